package io.focusgen.plan;

import java.time.LocalDate;
import java.time.YearMonth;

import io.focusgen.focus.BillingMonth;

/**
 * One term of a commitment: from a purchase to its expiry, which is the next purchase.
 *
 * @param number the terms of one commitment are counted
 * @param start the first day, from 00:00 UTC on
 * @param end the day after the last
 */
public record Term(long number, LocalDate start, LocalDate end) {

    private static final int HOURS = 24;

    /** Hours from 1970-01-01T00:00Z to its start. */
    public long startHour() {
        return start.toEpochDay() * HOURS;
    }

    /** Hours from 1970-01-01T00:00Z to its end. */
    public long endHour() {
        return end.toEpochDay() * HOURS;
    }

    /** A year or three: 8,760 and more. */
    public long hours() {
        return endHour() - startHour();
    }

    /** The month that it was bought in. */
    public BillingMonth startMonth() {
        return new BillingMonth(YearMonth.from(start));
    }

    /** Whether it was bought in this month. */
    public boolean beginsIn(BillingMonth month) {
        return startHour() >= month.startHour() && startHour() < month.startHour() + month.hours();
    }

    /** The first hour of a month that is in it, counted from the month's start. */
    public int from(BillingMonth month) {
        return (int) Math.max(0, startHour() - month.startHour());
    }

    /** The end of the month's hours that are in it, likewise. */
    public int to(BillingMonth month) {
        return (int) Math.min(month.hours(), endHour() - month.startHour());
    }
}
