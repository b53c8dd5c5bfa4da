package io.focusgen.spec;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request with a name: it stands for plain parameters, each of which a request may give otherwise. What it says of times is
 * counted from its first month, which a request may move.
 */
public enum Scenario {
    /** What is asked for where nothing is. */
    SAMPLECO("sampleco", "A mid-size shop in three clouds over the last three closed months.",
            last -> last.minusMonths(2), "provider", "aws,azure,gcp", "months", "3", "rows", "10000", "granularity",
            "daily", "profile", "large-business", "distribution", "balanced", "budget",
            "aws:~184300,azure:~76250,gcp:~41900", "organisation", "sampleco", "seed", "2026"),
    /** Show-back that keys on team tags or accounts must survive it. */
    REORG("reorg",
            "Sampleco merges teams, renames tags and moves accounts at the start of its third month; cost is what"
                    + " it was.",
            last -> last.minusMonths(2), "provider", "aws,azure,gcp", "months", "3", "rows", "10000",
            "granularity", "daily", "profile", "large-business", "distribution", "balanced", "budget",
            "aws:~184300,azure:~76250,gcp:~41900", "organisation", "sampleco", "reorganisation", "{+2}", "seed",
            "2026"),
    /** What an anomaly detector must find, and when it should have. */
    GPU_RUNAWAY("gpu-runaway",
            "Somebody forgets a cluster of GPU machines in a sandbox, untagged, for nine days from a Friday"
                    + " evening of the second month on.",
            last -> last.minusMonths(1), "provider", "aws", "months", "2", "rows",
            "100000", "granularity", "hourly", "profile", "large-business", "distribution", "balanced", "budget",
            "aws:~184300", "organisation", "sampleco", "anomalies", "gpu-cluster-forgotten:large:{+1 friday}T18:00",
            "seed", "2026"),
    /** What a report of coverage must show on the day, and somebody who renews reservations should have prevented. */
    RI_EXPIRY("ri-expiry",
            "Sampleco's reservations expire in the middle of the second month and are bought anew three weeks later;"
                    + " in between the same machines are charged on demand.",
            last -> last.minusMonths(2), "provider", "aws", "months", "3", "rows", "100000", "granularity", "daily",
            "profile", "large-business", "distribution", "balanced", "budget", "aws:~184300", "commitmentCoverage",
            "0.8", "organisation", "sampleco", "seed", "2026", "commitmentTerm", "1", "commitmentPayment",
            "no-upfront", "commitmentStart", "{+2}-05", "commitmentGap", "21"),
    /** What looks like an anomaly and is none: more cost for still more business. */
    BLACK_FRIDAY("black-friday",
            "In the week of Black Friday, of the second month, users cost Sampleco three times the usual, and order even"
                    + " more; nothing is wrong.",
            last -> november(last).minusMonths(1), "provider", "aws", "months", "2", "rows", "100000", "granularity",
            "daily", "profile", "large-business", "distribution", "balanced", "budget", "aws:~184300", "organisation",
            "sampleco", "peak",
            "{+1 black-friday-week}:7:3", "seed", "2026"),
    /** A bill that falls faster than its commitments, beside one that grows. */
    MIGRATION("migration",
            "Sampleco leaves AWS for Google Cloud over six months: both run for a while, and what AWS was promised for"
                    + " three years is paid on.",
            last -> last.minusMonths(6), "provider", "aws,gcp", "months", "7", "rows", "10000", "granularity", "daily",
            "profile", "large-business", "distribution", "balanced", "budget", "aws:~184300,gcp:~22000",
            "organisation", "sampleco", "commitmentStart", "{+0}-01", "commitmentTerm", "3", "commitmentPayment",
            "no-upfront", "trendMultipliers",
            "aws:1,1,0.95,0.82,0.6,0.42,0.28;gcp:1,1.6,3.5,5.6,6.6,6.8,6.9", "seed", "2026");

    /**
     * Stands for the month so many after the first, for its first Friday from the sixth on, or for the Monday of the week with
     * the day after its fourth Thursday.
     */
    private static final Pattern TIME = Pattern.compile("\\{\\+([0-9]+)( friday| black-friday-week)?}");
    private static final int SIXTH = 6;
    private static final int FOURTH = 4;

    private final String label;
    private final String help;
    private final UnaryOperator<YearMonth> first;
    private final Map<String, String> templates = new LinkedHashMap<>();

    Scenario(String label, String help, UnaryOperator<YearMonth> first, String... namesAndValues) {
        this.label = label;
        this.help = help;
        this.first = first;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            templates.put(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** One sentence. */
    public String help() {
        return help;
    }

    /** The parameters that it stands for when it begins with this month, by documented name; the month is not among them. */
    public Map<String, List<String>> parameters(YearMonth month) {
        Map<String, List<String>> parameters = new TreeMap<>();
        templates.forEach((name, text) -> parameters.put(name,
                List.of(TIME.matcher(text).replaceAll(found -> time(month, found)))));
        return parameters;
    }

    private static String time(YearMonth first, MatchResult found) {
        YearMonth month = first.plusMonths(Long.parseLong(found.group(1)));
        if (found.group(2) == null) {
            return month.toString();
        }
        LocalDate day = found.group(2).equals(" friday")
                ? month.atDay(SIXTH).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))
                : month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(FOURTH, DayOfWeek.THURSDAY))
                        .with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
        return day.toString();
    }

    /** The last November that a month is, or is after. */
    private static YearMonth november(YearMonth month) {
        return YearMonth.of(month.getYear() - (month.getMonth() == Month.DECEMBER || month.getMonth() == Month.NOVEMBER
                ? 0
                : 1), Month.NOVEMBER);
    }

    /** Its first month where a request gives none. */
    public YearMonth firstMonth(YearMonth lastClosed) {
        return first.apply(lastClosed);
    }

    public static Optional<Scenario> byLabel(String label) {
        return Stream.of(values()).filter(scenario -> scenario.label.equals(label)).findFirst();
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(Scenario::label).toList();
    }
}
