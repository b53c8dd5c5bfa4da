package io.focusgen.conform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** Moments in UTC as seconds since 1970, read from and written as {@code yyyy-MM-ddTHH:mm:ssZ}. */
final class UtcTime {

    /** Stands for a missing or unreadable moment. */
    static final long NONE = Long.MIN_VALUE;

    static final long HOUR = 3600;
    static final long DAY = 24 * HOUR;

    /** A charge period that begins later after the start of its billing period belongs to another one. */
    static final int HOURS_OF_LONGEST_MONTH = 31 * 24;

    private static final String SHAPE = "dddd-dd-ddTdd:dd:ddZ";

    private UtcTime() {
    }

    /** {@link #NONE} where the text is not exactly of that shape or names no moment. */
    static long parse(String text) {
        if (text.length() != SHAPE.length()) {
            return NONE;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char c = text.charAt(i);
            char shape = SHAPE.charAt(i);
            if (shape == 'd' ? c < '0' || c > '9' : c != shape) {
                return NONE;
            }
        }
        int year = two(text, 0) * 100 + two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        if (year == 0 || month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()
                || hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        return LocalDate.of(year, month, day).toEpochDay() * DAY + hour * HOUR + minute * 60L + second;
    }

    /** Whether the two moments are the start and the end of one calendar month. */
    static boolean isMonth(long start, long end) {
        if (!isMidnight(start) || !isMidnight(end)) {
            return false;
        }
        LocalDate first = LocalDate.ofEpochDay(Math.floorDiv(start, DAY));
        return first.getDayOfMonth() == 1 && (end - start) / DAY == first.lengthOfMonth();
    }

    /** The start of the calendar month that a moment is in. */
    static long monthOf(long moment) {
        return LocalDate.ofEpochDay(Math.floorDiv(moment, DAY)).withDayOfMonth(1).toEpochDay() * DAY;
    }

    static boolean isMidnight(long moment) {
        return Math.floorMod(moment, DAY) == 0;
    }

    static boolean isFullHour(long moment) {
        return Math.floorMod(moment, HOUR) == 0;
    }

    static String text(long moment) {
        return Instant.ofEpochSecond(moment).toString();
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
