package io.focusgen.spec;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days of months that can be billed. */
final class Days {

    private static final int MONTHS = 12;
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

    private Days() {
    }

    /** A day as in 2026-03-06. */
    static LocalDate read(String text) throws WrongValue {
        Matcher matcher = DAY.matcher(text);
        if (!matcher.matches()) {
            throw new WrongValue(null);
        }
        int year = Integer.parseInt(matcher.group(1));
        int month = Integer.parseInt(matcher.group(2));
        int day = Integer.parseInt(matcher.group(3));
        if (month < 1 || month > MONTHS || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            throw new WrongValue(null);
        }
        YearMonth within = YearMonth.of(year, month);
        if (within.isBefore(Months.FIRST) || within.isAfter(Months.LAST)) {
            throw new WrongValue(null);
        }
        return within.atDay(day);
    }
}
