package io.focusgen.spec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import io.focusgen.focus.BillingMonth;

/** Reads the parameters of a trend, and refuses what belongs to another one or leads too far. */
final class TrendReader {

    static final int LAST_MONTH = 1_200;
    static final BigDecimal LEAST_GROWTH = new BigDecimal("-90");
    static final BigDecimal MOST_GROWTH = new BigDecimal("900");
    static final BigDecimal MOST_VARIATION = new BigDecimal("50");
    private static final BigDecimal LINEAR_GROWTH = BigDecimal.TEN;
    private static final BigDecimal PEAK = new BigDecimal("2.5");
    private static final BigDecimal STEP = new BigDecimal("2");
    private static final BigDecimal ANOMALY = BigDecimal.TEN;
    private static final SortedSet<Integer> PEAK_MONTHS = new TreeSet<>(Set.of(11, 12));
    private static final int STEP_MONTH = 4;
    private static final int ANOMALY_MONTH = 6;
    private static final int DECIMALS = 4;
    private static final int CALENDAR_MONTHS = 12;

    /** A factor may miss its bounds by what doubles do. */
    private static final double SLACK = 1e-9;

    /** What is drawn for a month that is neither above nor below; what leaves the bounds by chance is held within. */
    private static final double AS_USUAL = 0.5;

    private static final List<Parameter> PARAMETERS = List.of(Parameter.STEP_MONTH, Parameter.STEP_MULTIPLIER,
            Parameter.ANOMALY_MONTH, Parameter.ANOMALY_DURATION, Parameter.ANOMALY_MULTIPLIER, Parameter.PEAK_MONTHS,
            Parameter.PEAK_MULTIPLIER, Parameter.BASELINE_VARIATION, Parameter.TREND_MULTIPLIERS,
            Parameter.GROWTH_RATE, Parameter.TREND_START);

    private final GivenParameters given;
    private final YearMonth firstMonth;
    private final int months;
    private final List<String> providers;

    /**
     * @param firstMonth of the request, whose months must not leave what a trend may come to
     * @param providers labels of those that are asked for
     */
    TrendReader(GivenParameters given, YearMonth firstMonth, int months, List<String> providers) {
        this.given = given;
        this.firstMonth = firstMonth;
        this.months = months;
        this.providers = providers;
    }

    Trend read() {
        // A request that says what its trend is has none of its scenario's.
        if (Stream.concat(Stream.of(Parameter.TREND), PARAMETERS.stream())
                .anyMatch(parameter -> parameter != Parameter.TREND_START && given.isAsked(parameter))) {
            given.forgetSupplied(PARAMETERS);
        }
        TrendKind kind = given.choice(Parameter.TREND, implied(), TrendKind::label, List.of(TrendKind.values()));
        for (Parameter parameter : PARAMETERS) {
            if (given.has(parameter) && !of(kind).contains(parameter)) {
                given.refuse(parameter, String.join(", ", given.texts(parameter)),
                        "Must not be given where the trend is " + kind.label() + ".", null);
            }
        }
        if (kind == TrendKind.NONE) {
            return Trend.NONE;
        }
        BillingMonth start = new BillingMonth(given.one(Parameter.TREND_START, firstMonth, Months::read));
        BigDecimal growth = number(Parameter.GROWTH_RATE,
                kind == TrendKind.LINEAR ? LINEAR_GROWTH : BigDecimal.ZERO, LEAST_GROWTH, MOST_GROWTH);
        return switch (kind) {
            case NONE -> Trend.NONE;
            case LINEAR -> within(growth, rate -> new Trend.Linear(start, rate));
            case SEASONAL -> seasonal(start, growth);
            case STEP_CHANGE -> {
                int step = month(Parameter.STEP_MONTH, STEP_MONTH);
                BigDecimal multiplier = multiplier(Parameter.STEP_MULTIPLIER, STEP);
                yield within(growth, rate -> new Trend.StepChange(start, rate, step, multiplier));
            }
            case ANOMALY -> {
                int first = month(Parameter.ANOMALY_MONTH, ANOMALY_MONTH);
                int duration = month(Parameter.ANOMALY_DURATION, 1);
                BigDecimal multiplier = multiplier(Parameter.ANOMALY_MULTIPLIER, ANOMALY);
                yield within(growth, rate -> new Trend.Anomaly(start, rate, first, duration, multiplier));
            }
            case CUSTOM -> custom(start);
        };
    }

    /** A parameter of a trend asks for that trend; growth and a start, which several have, ask for the linear one. */
    private TrendKind implied() {
        for (Parameter parameter : PARAMETERS) {
            if (given.has(parameter)) {
                for (TrendKind kind : TrendKind.values()) {
                    if (of(kind).contains(parameter)) {
                        return kind;
                    }
                }
            }
        }
        return TrendKind.NONE;
    }

    private static Set<Parameter> of(TrendKind kind) {
        Set<Parameter> own = switch (kind) {
            case NONE -> EnumSet.noneOf(Parameter.class);
            case LINEAR -> EnumSet.of(Parameter.GROWTH_RATE);
            case SEASONAL -> EnumSet.of(Parameter.GROWTH_RATE, Parameter.PEAK_MONTHS, Parameter.PEAK_MULTIPLIER,
                    Parameter.BASELINE_VARIATION);
            case STEP_CHANGE -> EnumSet.of(Parameter.GROWTH_RATE, Parameter.STEP_MONTH, Parameter.STEP_MULTIPLIER);
            case ANOMALY -> EnumSet.of(Parameter.GROWTH_RATE, Parameter.ANOMALY_MONTH, Parameter.ANOMALY_DURATION,
                    Parameter.ANOMALY_MULTIPLIER);
            case CUSTOM -> EnumSet.of(Parameter.TREND_MULTIPLIERS);
        };
        if (kind != TrendKind.NONE) {
            own.add(Parameter.TREND_START);
        }
        return own;
    }

    private Trend seasonal(BillingMonth start, BigDecimal growth) {
        SortedSet<Integer> peaks = peakMonths();
        BigDecimal variation = number(Parameter.BASELINE_VARIATION, BigDecimal.TEN, BigDecimal.ZERO, MOST_VARIATION);
        BigDecimal peak = multiplier(Parameter.PEAK_MULTIPLIER, PEAK);
        return within(growth, rate -> new Trend.Seasonal(start, rate, peaks, peak, variation));
    }

    private SortedSet<Integer> peakMonths() {
        if (!given.has(Parameter.PEAK_MONTHS)) {
            return PEAK_MONTHS;
        }
        SortedSet<Integer> peaks = new TreeSet<>();
        for (String text : given.list(Parameter.PEAK_MONTHS)) {
            try {
                if (!peaks.add((int) Numbers.whole(text, 1, CALENDAR_MONTHS))) {
                    given.refuse(Parameter.PEAK_MONTHS, text, "Must be named once.", null);
                }
            } catch (WrongValue wrong) {
                given.refuse(Parameter.PEAK_MONTHS, text, GivenParameters.must(Parameter.PEAK_MONTHS),
                        wrong.nearest());
            }
        }
        return peaks;
    }

    /** Who is not asked for has no trend, except that of a scenario. */
    private Trend custom(BillingMonth start) {
        if (!given.has(Parameter.TREND_MULTIPLIERS)) {
            given.refuse(Parameter.TREND_MULTIPLIERS, null, GivenParameters.must(Parameter.TREND_MULTIPLIERS), null);
        }
        given.join(Parameter.TREND_MULTIPLIERS, Multipliers::joined);
        Multipliers multipliers = given.one(Parameter.TREND_MULTIPLIERS, Multipliers.ONE, Multipliers::read);
        given.refuseOthers(Parameter.TREND_MULTIPLIERS, multipliers.some().keySet(), providers);
        return multipliers.trend(start, providers);
    }

    private BigDecimal number(Parameter parameter, BigDecimal absent, BigDecimal least, BigDecimal most) {
        return given.one(parameter, absent, text -> Numbers.decimal(text, least, most, DECIMALS));
    }

    private BigDecimal multiplier(Parameter parameter, BigDecimal absent) {
        return number(parameter, absent, Trend.LEAST, Trend.MOST);
    }

    private int month(Parameter parameter, int absent) {
        return given.one(parameter, absent, text -> (int) Numbers.whole(text, 1, LAST_MONTH));
    }

    /** The trend of this growth, which must not leave the bounds in any month of the request; one that nobody asked for bends. */
    private Trend within(BigDecimal growth, Function<BigDecimal, Trend.Uniform> ofRate) {
        Trend.Uniform trend = ofRate.apply(growth);
        if (!fits(trend)) {
            BigDecimal least = furthest(LEAST_GROWTH, ofRate);
            BigDecimal most = furthest(MOST_GROWTH, ofRate);
            if (!given.has(Parameter.GROWTH_RATE)) {
                return ofRate.apply(growth.max(least).min(most));
            }
            given.refuse(Parameter.GROWTH_RATE, growth.toPlainString(),
                    "Must be within " + least.toPlainString() + " and " + most.toPlainString()
                            + ", so that no month spends less than a tenth or more than ten times of the budget.",
                    growth.max(least).min(most).toPlainString());
        }
        return trend;
    }

    /** The growth nearest to {@code bound} that fits, in hundredths; growth of 0 always does. */
    private BigDecimal furthest(BigDecimal bound, Function<BigDecimal, Trend.Uniform> ofRate) {
        int fits = 0;
        int wrong = bound.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).intValueExact();
        if (fits(ofRate.apply(bound))) {
            return bound;
        }
        while (Math.abs(wrong - fits) > 1) {
            int middle = (fits + wrong) / 2;
            if (fits(ofRate.apply(BigDecimal.valueOf(middle, 2)))) {
                fits = middle;
            } else {
                wrong = middle;
            }
        }
        return Numbers.plain(BigDecimal.valueOf(fits, 2));
    }

    private boolean fits(Trend.Uniform trend) {
        BillingMonth start = trend.start();
        for (int i = 0; i < months && start != null; i++) {
            BillingMonth month = new BillingMonth(firstMonth.plusMonths(i));
            int passed = (int) (month.ordinal() - start.ordinal());
            double factor = passed < 0 ? 1 : trend.factor(passed, month, AS_USUAL);
            if (factor < Trend.LEAST.doubleValue() - SLACK || factor > Trend.MOST.doubleValue() + SLACK) {
                return false;
            }
        }
        return true;
    }
}
