package io.focusgen.focus;

import java.time.YearMonth;

/**
 * One billing period: a calendar month in UTC, start inclusive, end exclusive (FOCUS BillingPeriodStart/End).
 *
 * @param month the calendar month
 */
public record BillingMonth(YearMonth month) {

    /** Hours from 1970-01-01T00:00Z to the start of the month. */
    public long startHour() {
        return month.atDay(1).toEpochDay() * 24;
    }

    /** 672 to 744. */
    public int hours() {
        return month.lengthOfMonth() * 24;
    }

    public BillingMonth plus(int months) {
        return new BillingMonth(month.plusMonths(months));
    }

    /** A number that differs for every month and grows with time: months since year 0. */
    public long ordinal() {
        return month.getYear() * 12L + month.getMonthValue() - 1;
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
