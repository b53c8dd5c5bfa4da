package io.focusgen.conform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;

/**
 * Google bills a machine in parts: its cores by the hour, its memory by the GiB and hour; and all three bill containers so
 * that run without a machine of one's own. How many cores there are stands nowhere, but as they run together, memory is
 * the same multiple of cores in every charge period.
 */
final class MachineParts implements SetCheck {

    private static final int LARGEST_RATIO = 8;

    static final SetRule ONE_RATIO = new SetRule("FG-GOOGLE-MACHINE-PARTS",
            "Cores and memory of a Compute Engine resource are billed side by side, in a month and PricingCategory in "
                    + "one ratio.",
            "Google Cloud, prices of machine types by vCPU and GiB",
            EnumSet.of(FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_STATUS, FocusColumn.PRICING_CATEGORY,
                    FocusColumn.PRICING_QUANTITY, FocusColumn.PRICING_UNIT, FocusColumn.PROVIDER_NAME,
                    FocusColumn.RESOURCE_ID, FocusColumn.SKU_METER));

    static final SetRule SERVERLESS = new SetRule("FG-SERVERLESS-PARTS",
            "Cores and memory of what runs without machines are billed side by side, in a month in one ratio from 1 to "
                    + LARGEST_RATIO + " GB for a core.",
            "sizes of Fargate, EMR Serverless, App Runner, Container Apps, Container Instances, Functions and Cloud Run "
                    + "jobs",
            EnumSet.of(FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_STATUS, FocusColumn.PRICING_CATEGORY,
                    FocusColumn.PRICING_QUANTITY, FocusColumn.PRICING_UNIT, FocusColumn.RESOURCE_ID,
                    FocusColumn.RESOURCE_TYPE));

    /** Types of resources that bill nothing else in these units. */
    private static final Set<String> SERVERLESS_TYPES = Set.of("service", "fargateprofile", "applications",
            "Container Apps Environment", "Container instances", "App Service web app", "run.googleapis.com/Job");
    private static final Set<String> CORE_UNITS = Set.of("VCPU-Hours", "Core-Hours", "Seconds");
    private static final Set<String> MEMORY_UNITS = Set.of("GB-Hours", "GiB-Hours", "GiB-Seconds");

    private static final String COMPUTE_ENGINE = "//compute.googleapis.com/";
    private static final Pattern CORES = Pattern.compile(".*\\b(?:Core|Cpu)\\b.*");
    private static final Pattern MEMORY = Pattern.compile(".*\\bRam\\b.*");

    /** Quantities of very uneven hours are rounded, which bends their ratio by less than this share. */
    private static final double ROUNDING = 1e-6;

    private static final MathContext SHOWN = MathContext.DECIMAL32;

    /** What a machine takes in memory without its sums. */
    private static final int MACHINE = 96;

    private final Memory memory;
    private final MonthMemory<Machine, Parts> machines;
    private @Nullable String lastMeter;
    private boolean lastIsCores;
    private boolean lastIsMemory;

    /** A resource, by {@link Row#id}, and the length of its charge periods in seconds. */
    private record Machine(int resource, int category, long length) {
    }

    /** Sums by charge period. For a ratio that may be off by its rounding; never for money. */
    private static final class Parts {
        final String name;
        final SetRule rule;
        long row;
        boolean complete = true;
        double[] cores = {};
        double[] memory = {};

        Parts(String name, SetRule rule) {
            this.name = name;
            this.rule = rule;
        }
    }

    MachineParts(Memory memory) {
        this.memory = memory;
        machines = new MonthMemory<>(memory, rules(), MachineParts::judge);
    }

    @Override
    public List<SetRule> rules() {
        return List.of(ONE_RATIO, SERVERLESS);
    }

    @Override
    public void row(Row row, Findings findings) {
        String name = row.text(FocusColumn.RESOURCE_ID);
        Decimal quantity = row.decimal(FocusColumn.PRICING_QUANTITY);
        if (name == null || quantity == null || !row.isUsage() || row.isCorrection()
                || row.isStatus(CommitmentStatus.UNUSED)) {
            return;
        }
        String type = row.text(FocusColumn.RESOURCE_TYPE);
        String unit = row.text(FocusColumn.PRICING_UNIT);
        boolean machine = row.cloud() == Cloud.GOOGLE && name.startsWith(COMPUTE_ENGINE);
        if (unit == null || !machine && (type == null || !SERVERLESS_TYPES.contains(type))) {
            return;
        }
        readMeter(row.text(FocusColumn.SKU_METER));
        boolean cores = machine ? lastIsCores && unit.equals("Hours") : CORE_UNITS.contains(unit);
        boolean gibibytes = machine ? lastIsMemory && unit.equals("GiB-Hours") : MEMORY_UNITS.contains(unit);
        Period period = PeriodRules.chargePeriod(row);
        if ((!cores && !gibibytes) || !period.isKnown() || period.seconds() < UtcTime.HOUR) {
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
        Machine key = new Machine(row.id(FocusColumn.RESOURCE_ID), row.id(FocusColumn.PRICING_CATEGORY),
                period.seconds());
        Parts parts = machines.get(row, key, MACHINE, () -> new Parts(name, machine ? ONE_RATIO : SERVERLESS),
                findings);
        if (parts == null || !parts.complete) {
            return;
        }
        parts.row = row.number();
        if ((int) slot >= parts.cores.length) {
            int length = Math.max((int) slot + 1,
                    Math.min(parts.cores.length * 2, UtcTime.HOURS_OF_LONGEST_MONTH));
            if (!machines.grow(row, (length - parts.cores.length) * 2 * Double.BYTES, findings)) {
                parts.complete = false;
                return;
            }
            parts.cores = Arrays.copyOf(parts.cores, length);
            parts.memory = Arrays.copyOf(parts.memory, length);
        }
        (cores ? parts.cores : parts.memory)[(int) slot] += quantity.toBigDecimal().doubleValue();
    }

    private void readMeter(@Nullable String meter) {
        if (!Objects.equals(meter, lastMeter)) {
            lastMeter = meter;
            lastIsCores = meter != null && CORES.matcher(meter).matches();
            lastIsMemory = meter != null && MEMORY.matcher(meter).matches();
        }
    }

    /** How a JDK writes a double is not the same in each of them. */
    private static String shown(double number) {
        // Memory beside no core at all.
        return Double.isFinite(number) ? new BigDecimal(number).round(SHOWN).toPlainString() : "infinitely";
    }

    private static void judge(Parts parts, Findings findings) {
        double ratio = Arrays.stream(parts.memory).sum() / Arrays.stream(parts.cores).sum();
        if (parts.rule.equals(SERVERLESS) && parts.complete
                && !(ratio > 1 - ROUNDING && ratio < LARGEST_RATIO + ROUNDING)) {
            findings.add(SERVERLESS, parts.row, () -> Row.show(parts.name) + ": " + shown(ratio) + " GB for a core");
            return;
        }
        for (int slot = 0; slot < parts.cores.length && parts.complete; slot++) {
            double cores = parts.cores[slot];
            double gibibytes = parts.memory[slot];
            if (Math.abs(gibibytes - cores * ratio) > gibibytes * ROUNDING || (cores > 0) != (gibibytes > 0)) {
                findings.add(parts.rule, parts.row, () -> Row.show(parts.name) + ": " + shown(gibibytes)
                        + " GiB-Hours beside " + shown(cores) + " core hours, in the month " + shown(ratio)
                        + " times as many");
                return;
            }
        }
    }

    @Override
    public void finish(Findings findings) {
        machines.finish(findings);
    }
}
