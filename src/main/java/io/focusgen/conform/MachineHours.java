package io.focusgen.conform;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/** What there is one of runs at most one hour per hour, however its hours are split over prices and commitments. */
final class MachineHours implements SetCheck {

    static final SetRule MACHINE_HOURS = rule("FG-MACHINE-HOURS", "a single machine");

    static final SetRule DEVICE_HOURS = rule("FG-DEVICE-HOURS",
            "an address, gateway, tunnel, endpoint, attachment, firewall, balancer or capacity");

    private static final List<SetRule> ALL = List.of(MACHINE_HOURS, DEVICE_HOURS);
    /**
     * Types of resources that are one machine billed whole. Not Google's, whose hours are hours of cores, nor fleets and
     * clusters, which have several.
     */
    private static final Set<String> MACHINES = Set.of("instance", "db", "Virtual machine");

    /** Types of resources that are one device or capacity, whose hours are its own and not those of what it serves. */
    private static final Set<String> DEVICES = Set.of("natgateway", "loadbalancer", "vpc-endpoint", "firewall",
            "transit-gateway-attachment", "Load balancer", "NAT gateway", "Public IP address", "Private endpoint",
            "Virtual network gateway", "Connection", "Firewall", "Application gateway", "Microsoft.Network/virtualHub",
            "Kubernetes service", "Fabric Capacity", "Dedicated SQL pool", "Power BI Embedded",
            "compute.googleapis.com/Address", "compute.googleapis.com/ForwardingRule",
            "compute.googleapis.com/InterconnectAttachment", "compute.googleapis.com/Router",
            "compute.googleapis.com/VpnTunnel", "networksecurity.googleapis.com/FirewallEndpoint",
            "apigee.googleapis.com/Environment");

    /** Digits after the point that are added up; further ones are cut off, which never makes a finding. */
    private static final int SCALE = 9;

    /** What a machine takes in memory without its sums. */
    private static final int MACHINE = 64;

    private final Memory memory;
    private final MonthMemory<Machine, Hours> hours;

    /** A resource, by {@link Row#id}, and the length of its charge periods in seconds. */
    private record Machine(int resource, long length) {
    }

    /** By charge period. */
    private static final class Hours {
        long[] sums = {};
    }

    MachineHours(Memory memory) {
        this.memory = memory;
        hours = new MonthMemory<>(memory, ALL, (sums, findings) -> {
        });
    }

    @Override
    public List<SetRule> rules() {
        return ALL;
    }

    @Override
    public void row(Row row, Findings findings) {
        Decimal quantity = row.decimal(FocusColumn.PRICING_QUANTITY);
        Period period = PeriodRules.chargePeriod(row);
        SetRule rule = ruleOf(row);
        if (rule == null || quantity == null || !period.isKnown() || period.seconds() < UtcTime.HOUR) {
            return;
        }
        long slot = (period.start() - row.moment(FocusColumn.BILLING_PERIOD_START)) / period.seconds();
        if (slot < 0 || slot >= UtcTime.HOURS_OF_LONGEST_MONTH) {
            return;
        }
        if (row.isForgotten(FocusColumn.RESOURCE_ID)) {
            memory.missed(rules());
            return;
        }
        Machine machine = new Machine(row.id(FocusColumn.RESOURCE_ID), period.seconds());
        Hours known = hours.get(row, machine, MACHINE, Hours::new, findings);
        if (known == null) {
            return;
        }
        long[] sums = known.sums;
        if (slot >= sums.length) {
            int length = Math.max((int) slot + 1, Math.min(sums.length * 2, UtcTime.HOURS_OF_LONGEST_MONTH));
            if (!hours.grow(row, (length - sums.length) * Long.BYTES, findings)) {
                return;
            }
            sums = Arrays.copyOf(sums, length);
            known.sums = sums;
        }
        long limit = period.seconds() / UtcTime.HOUR * 1_000_000_000L;
        long sum = sums[(int) slot] + Math.min(quantity.toUnits(SCALE), 2 * limit);
        sums[(int) slot] = Math.min(sum, 2 * limit);
        if (sum > limit) {
            findings.add(rule, row.number(), () -> Row.show(row.text(FocusColumn.RESOURCE_ID)) + ": "
                    + Decimal.of(sum, SCALE) + " hours in " + period);
        }
    }

    private static SetRule rule(String id, String subject) {
        return new SetRule(id, "PricingQuantity in Hours of " + subject
                + " sums to at most the hours of the charge period.", "meaning of an hour of one thing",
                EnumSet.of(FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                        FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START, FocusColumn.PRICING_QUANTITY,
                        FocusColumn.PRICING_UNIT, FocusColumn.RESOURCE_ID, FocusColumn.RESOURCE_TYPE));
    }

    /** What the row's hours are judged by; null where they are not hours of one thing. */
    private static @Nullable SetRule ruleOf(Row row) {
        String type = row.text(FocusColumn.RESOURCE_TYPE);
        if (type == null || !row.isUsage() || row.isCorrection() || !row.is(FocusColumn.PRICING_UNIT, "Hours")
                || row.lacks(FocusColumn.RESOURCE_ID) || row.lacks(FocusColumn.BILLING_PERIOD_START)) {
            return null;
        }
        if (MACHINES.contains(type) && row.cloud() != Cloud.GOOGLE) {
            return MACHINE_HOURS;
        }
        return DEVICES.contains(type) ? DEVICE_HOURS : null;
    }
}
