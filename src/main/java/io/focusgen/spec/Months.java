package io.focusgen.spec;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads months, and knows which ones can be billed. */
final class Months {

    /** Prices and products of earlier years would be invented from nothing. */
    static final YearMonth FIRST = YearMonth.of(2015, 1);

    /** Far enough for any test; keeps every date of a bill at four digits of year. */
    static final YearMonth LAST = YearMonth.of(2100, 12);

    private static final Pattern MONTH = Pattern.compile("([0-9]{4})-(0[1-9]|1[0-2])");
    private static final Pattern MEANT = Pattern.compile("([0-9]{4})[-/._ ]?(1[0-2]|0?[1-9])(?:[-/._ T].*)?");

    private Months() {
    }

    static YearMonth read(String text) throws WrongValue {
        Matcher matcher = MONTH.matcher(text);
        if (!matcher.matches()) {
            throw new WrongValue(meant(text).map(YearMonth::toString).orElse(null));
        }
        YearMonth month = YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        YearMonth within = within(month);
        if (!within.equals(month)) {
            throw new WrongValue(within.toString());
        }
        return month;
    }

    /** How many months from {@code first} on can be billed, {@code first} included. */
    static long upToLast(YearMonth first) {
        return (LAST.getYear() - first.getYear()) * 12L + LAST.getMonthValue() - first.getMonthValue() + 1;
    }

    private static Optional<YearMonth> meant(String text) {
        Matcher matcher = MEANT.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(
                        within(YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))))
                : Optional.empty();
    }

    private static YearMonth within(YearMonth month) {
        return month.isBefore(FIRST) ? FIRST : month.isAfter(LAST) ? LAST : month;
    }
}
