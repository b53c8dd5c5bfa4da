package io.focusgen.spec;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days of months that can be billed. */
final class Days {

    /** What is allowed, in words that complete "Must be …". */
    static final String ALLOWED = "YYYY-MM-DD from 2015-01-01 to 2100-12-31";

    private static final Pattern MEANT = Pattern
            .compile("([0-9]{4})[-/._ ]?(1[0-2]|0?[1-9])[-/._ ]?(3[01]|[12][0-9]|0?[1-9])(?:[ T].*)?");

    private Days() {
    }

    static LocalDate read(String text) throws WrongValue {
        Optional<LocalDate> day = meant(text);
        if (day.isEmpty() || !day.get().toString().equals(text)) {
            throw new WrongValue(day.map(LocalDate::toString).orElse(null));
        }
        return day.get();
    }

    /** The nearest that there is to what was meant. */
    private static Optional<LocalDate> meant(String text) {
        Matcher matcher = MEANT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        LocalDate first = Months.FIRST.atDay(1);
        LocalDate last = Months.LAST.atEndOfMonth();
        LocalDate day = month.atDay(Math.min(month.lengthOfMonth(), Integer.parseInt(matcher.group(3))));
        return Optional.of(day.isBefore(first) ? first : day.isAfter(last) ? last : day);
    }
}
