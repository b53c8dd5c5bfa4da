package io.focusgen.spec;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;

/**
 * How spend moves over the months: a factor for each, a function of the provider and the month and never of the window that is
 * asked for. The months before the first one spend as they would without a trend.
 */
public sealed interface Trend {

    /** Every month spends the same. */
    Uniform NONE = new None();

    /** No month spends less than this part of the budget. */
    BigDecimal LEAST = new BigDecimal("0.1");

    /** No month spends more than so many times the budget. */
    BigDecimal MOST = BigDecimal.TEN;

    TrendKind kind();

    /** Its first month; null for {@link #NONE}. */
    @Nullable
    BillingMonth start();

    /** That of a provider's bills. */
    Uniform of(Provider provider);

    /** The value of one of its parameters as in requests; null for a parameter that it does not have. */
    @Nullable
    String text(Parameter parameter);

    private static double grown(BigDecimal perCent, int months) {
        return 1 + perCent.doubleValue() / 100 * months;
    }

    private static @Nullable String common(Trend trend, Parameter parameter) {
        return parameter == Parameter.TREND
                ? trend.kind().label()
                : parameter == Parameter.TREND_START ? String.valueOf(trend.start()) : null;
    }

    /** The same for the bills of all providers. */
    sealed interface Uniform extends Trend {

        /**
         * The factor of a month, before it is held within {@link #LEAST} and {@link #MOST}.
         *
         * @param passed months since the first, which is 0
         * @param drawn in [0, 1): what only this month brings
         */
        double factor(int passed, BillingMonth month, double drawn);

        /**
         * What the budget is multiplied with in a month.
         *
         * @param drawn in [0, 1): what only this month brings
         */
        default double factor(BillingMonth month, double drawn) {
            BillingMonth first = start();
            if (first == null || month.ordinal() < first.ordinal()) {
                return 1;
            }
            double factor = factor((int) (month.ordinal() - first.ordinal()), month, drawn);
            return Math.max(LEAST.doubleValue(), Math.min(MOST.doubleValue(), factor));
        }

        @Override
        default Uniform of(Provider provider) {
            return this;
        }
    }

    /** Every month spends the same. */
    record None() implements Uniform {

        @Override
        public TrendKind kind() {
            return TrendKind.NONE;
        }

        @Override
        public @Nullable BillingMonth start() {
            return null;
        }

        @Override
        public double factor(int passed, BillingMonth month, double drawn) {
            return 1;
        }

        @Override
        public @Nullable String text(Parameter parameter) {
            return null;
        }
    }

    /**
     * Every month adds as much as the one before.
     *
     * @param growthRate per cent of the first month that every month adds; may be negative
     */
    record Linear(BillingMonth start, BigDecimal growthRate) implements Uniform {

        @Override
        public TrendKind kind() {
            return TrendKind.LINEAR;
        }

        @Override
        public double factor(int passed, BillingMonth month, double drawn) {
            return grown(growthRate, passed);
        }

        @Override
        public @Nullable String text(Parameter parameter) {
            return parameter == Parameter.GROWTH_RATE ? growthRate.toPlainString() : common(this, parameter);
        }
    }

    /**
     * Some calendar months are busier than the others, in every year.
     *
     * @param growthRate as in {@link Linear}
     * @param peakMonths calendar months from 1 to 12, at least one
     * @param peakMultiplier what they are multiplied with
     * @param variation per cent of the first month that any month may be above or below
     */
    record Seasonal(BillingMonth start, BigDecimal growthRate, SortedSet<Integer> peakMonths,
            BigDecimal peakMultiplier, BigDecimal variation) implements Uniform {

        public Seasonal {
            peakMonths = Collections.unmodifiableSortedSet(new TreeSet<>(peakMonths));
        }

        @Override
        public TrendKind kind() {
            return TrendKind.SEASONAL;
        }

        @Override
        public double factor(int passed, BillingMonth month, double drawn) {
            boolean peak = peakMonths.contains(month.month().getMonthValue());
            return grown(growthRate, passed) * (peak ? peakMultiplier.doubleValue() : 1)
                    + variation.doubleValue() / 100 * (2 * drawn - 1);
        }

        @Override
        public @Nullable String text(Parameter parameter) {
            return switch (parameter) {
                case GROWTH_RATE -> growthRate.toPlainString();
                case PEAK_MONTHS -> peakMonths.stream().map(String::valueOf).collect(Collectors.joining(","));
                case PEAK_MULTIPLIER -> peakMultiplier.toPlainString();
                case BASELINE_VARIATION -> variation.toPlainString();
                default -> common(this, parameter);
            };
        }
    }

    /**
     * From one month on everything is more, or less.
     *
     * @param growthRate as in {@link Linear}
     * @param step the first month after the change, counted from 1 for the trend's first
     * @param multiplier what it and all later ones are multiplied with
     */
    record StepChange(BillingMonth start, BigDecimal growthRate, int step, BigDecimal multiplier) implements Uniform {

        @Override
        public TrendKind kind() {
            return TrendKind.STEP_CHANGE;
        }

        @Override
        public double factor(int passed, BillingMonth month, double drawn) {
            return grown(growthRate, passed) * (passed + 1 < step ? 1 : multiplier.doubleValue());
        }

        @Override
        public @Nullable String text(Parameter parameter) {
            return switch (parameter) {
                case GROWTH_RATE -> growthRate.toPlainString();
                case STEP_MONTH -> Integer.toString(step);
                case STEP_MULTIPLIER -> multiplier.toPlainString();
                default -> common(this, parameter);
            };
        }
    }

    /**
     * Some months are unlike the others.
     *
     * @param growthRate as in {@link Linear}
     * @param first the first unusual month, counted from 1 for the trend's first
     * @param duration unusual months, at least 1
     * @param multiplier what they are multiplied with
     */
    record Anomaly(BillingMonth start, BigDecimal growthRate, int first, int duration,
            BigDecimal multiplier) implements Uniform {

        @Override
        public TrendKind kind() {
            return TrendKind.ANOMALY;
        }

        @Override
        public double factor(int passed, BillingMonth month, double drawn) {
            boolean unusual = passed + 1 >= first && passed + 1 < first + duration;
            return grown(growthRate, passed) * (unusual ? multiplier.doubleValue() : 1);
        }

        @Override
        public @Nullable String text(Parameter parameter) {
            return switch (parameter) {
                case GROWTH_RATE -> growthRate.toPlainString();
                case ANOMALY_MONTH -> Integer.toString(first);
                case ANOMALY_DURATION -> Integer.toString(duration);
                case ANOMALY_MULTIPLIER -> multiplier.toPlainString();
                default -> common(this, parameter);
            };
        }
    }

    /**
     * As somebody wrote it down.
     *
     * @param multipliers of the first months, at least one; the last holds from there on
     */
    record Custom(BillingMonth start, List<BigDecimal> multipliers) implements Uniform {

        public Custom {
            multipliers = List.copyOf(multipliers);
        }

        @Override
        public TrendKind kind() {
            return TrendKind.CUSTOM;
        }

        @Override
        public double factor(int passed, BillingMonth month, double drawn) {
            return multipliers.get(Math.min(passed, multipliers.size() - 1)).doubleValue();
        }

        @Override
        public @Nullable String text(Parameter parameter) {
            return parameter == Parameter.TREND_MULTIPLIERS
                    ? Multipliers.text(multipliers)
                    : common(this, parameter);
        }
    }

    /**
     * As somebody wrote it down for each cloud of a company that moves from one to another.
     *
     * @param multipliers as in {@link Custom}, by the label of a provider; at least one. Who is not named spends as without a
     *     trend.
     */
    record Apart(BillingMonth start, SortedMap<String, List<BigDecimal>> multipliers) implements Trend {

        public Apart {
            SortedMap<String, List<BigDecimal>> copy = new TreeMap<>();
            multipliers.forEach((label, numbers) -> copy.put(label, List.copyOf(numbers)));
            multipliers = Collections.unmodifiableSortedMap(copy);
        }

        @Override
        public TrendKind kind() {
            return TrendKind.CUSTOM;
        }

        @Override
        public Uniform of(Provider provider) {
            List<BigDecimal> own = multipliers.get(provider.label());
            return own == null ? NONE : new Custom(start, own);
        }

        @Override
        public @Nullable String text(Parameter parameter) {
            return parameter == Parameter.TREND_MULTIPLIERS
                    ? Multipliers.text(multipliers)
                    : common(this, parameter);
        }
    }
}
