package io.focusgen.conform;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;

/**
 * Google bills a machine in parts: its cores by the hour, its memory by the GiB and hour. How many cores a machine has
 * stands nowhere, but as they run together, memory is the same multiple of cores in every charge period.
 */
final class MachineParts implements SetCheck {

    static final SetRule ONE_RATIO = new SetRule("FG-GOOGLE-MACHINE-PARTS",
            "Cores and memory of a resource are billed side by side, in a month and PricingCategory in one ratio.",
            "Google Cloud, prices of machine types by vCPU and GiB",
            EnumSet.of(FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_STATUS, FocusColumn.PRICING_CATEGORY,
                    FocusColumn.PRICING_QUANTITY, FocusColumn.PRICING_UNIT, FocusColumn.PROVIDER_NAME,
                    FocusColumn.RESOURCE_ID, FocusColumn.SKU_METER));

    private static final Pattern CORES = Pattern.compile(".*\\b(?:Core|Cpu)\\b.*");
    private static final Pattern MEMORY = Pattern.compile(".*\\bRam\\b.*");

    /** Quantities of very uneven hours are rounded, which bends their ratio by less than this share. */
    private static final double ROUNDING = 1e-6;

    private final Map<Machine, Parts> machines = new LinkedHashMap<>();
    private @Nullable Cell lastMeter;
    private boolean lastIsCores;
    private boolean lastIsMemory;

    /** A resource in a billing period, by {@link Row#id}, and the length of its charge periods in seconds. */
    private record Machine(int provider, int resource, int billingPeriod, int category, long length) {
    }

    /** Sums by charge period. For a ratio that may be off by its rounding; never for money. */
    private static final class Parts {
        final String name;
        long row;
        double[] cores = {};
        double[] memory = {};

        Parts(String name) {
            this.name = name;
        }
    }

    @Override
    public List<SetRule> rules() {
        return List.of(ONE_RATIO);
    }

    @Override
    public void row(Row row, Findings findings) {
        String name = row.text(FocusColumn.RESOURCE_ID);
        Decimal quantity = row.decimal(FocusColumn.PRICING_QUANTITY);
        if (row.cloud() != Cloud.GOOGLE || name == null || quantity == null || !row.isUsage() || row.isCorrection()
                || row.isStatus(CommitmentStatus.UNUSED)) {
            return;
        }
        readMeter(row.cell(FocusColumn.SKU_METER));
        boolean cores = lastIsCores && row.is(FocusColumn.PRICING_UNIT, "Hours");
        boolean memory = lastIsMemory && row.is(FocusColumn.PRICING_UNIT, "GiB-Hours");
        Period period = PeriodRules.chargePeriod(row);
        if ((!cores && !memory) || !period.isKnown() || period.seconds() < UtcTime.HOUR) {
            return;
        }
        long slot = (period.start() - row.moment(FocusColumn.BILLING_PERIOD_START)) / period.seconds();
        if (slot < 0 || slot >= UtcTime.HOURS_OF_LONGEST_MONTH) {
            return;
        }
        Parts parts = machines.computeIfAbsent(
                new Machine(row.providerId(), row.id(FocusColumn.RESOURCE_ID),
                        row.id(FocusColumn.BILLING_PERIOD_START), row.id(FocusColumn.PRICING_CATEGORY),
                        period.seconds()),
                first -> new Parts(name));
        parts.row = row.number();
        if ((int) slot >= parts.cores.length) {
            int length = Math.max((int) slot + 1,
                    Math.min(parts.cores.length * 2, UtcTime.HOURS_OF_LONGEST_MONTH));
            parts.cores = Arrays.copyOf(parts.cores, length);
            parts.memory = Arrays.copyOf(parts.memory, length);
        }
        (cores ? parts.cores : parts.memory)[(int) slot] += quantity.toBigDecimal().doubleValue();
    }

    private void readMeter(@Nullable Cell meter) {
        if (meter != lastMeter) {
            lastMeter = meter;
            lastIsCores = meter != null && CORES.matcher(meter.text()).matches();
            lastIsMemory = meter != null && MEMORY.matcher(meter.text()).matches();
        }
    }

    @Override
    public void finish(Findings findings) {
        for (Parts parts : machines.values()) {
            double ratio = Arrays.stream(parts.memory).sum() / Arrays.stream(parts.cores).sum();
            for (int slot = 0; slot < parts.cores.length; slot++) {
                double cores = parts.cores[slot];
                double memory = parts.memory[slot];
                if (Math.abs(memory - cores * ratio) > memory * ROUNDING || (cores > 0) != (memory > 0)) {
                    findings.add(ONE_RATIO, parts.row, () -> Row.show(parts.name) + ": " + memory + " GiB-Hours beside "
                            + cores + " core hours, in the month " + ratio + " times as many");
                    break;
                }
            }
        }
    }
}
