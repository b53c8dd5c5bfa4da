package io.focusgen.plan;

import java.time.LocalDate;

import io.focusgen.estate.Company;
import io.focusgen.estate.Draw;
import io.focusgen.estate.LoadShape;

/**
 * The weight of any hour of a company's calendar under one shape: by the hour and weekday where the company is at home, by
 * whether the month begins or ends, and by what a day brings, which is drawn for the day and the same whatever is asked for.
 */
final class LoadDays {

    private static final int HOURS = 24;

    /** Monday to Friday. */
    private static final int WORKING_DAYS = 5;

    /** Working days at the end of a month in which books are closed. */
    private static final int CLOSING_DAYS = 2;

    /** Old and new version run side by side. */
    private static final int RELEASE_PERCENT = 128;

    /** A release begins from this hour on. */
    private static final int FIRST_RELEASE = 10;
    private static final int RELEASE_STARTS = 6;
    private static final int SHORTEST_RELEASE = 2;
    private static final int RELEASE_LENGTHS = 4;

    /** Weights are so many times those of the table, so that per cents of them are whole. */
    private static final int FINE = 10;

    private final LoadShape shape;
    private final int offset;
    private final Draw draw;

    private long day = Long.MIN_VALUE;
    private double level;
    private int releaseFrom;
    private int releaseTo;

    LoadDays(LoadShape shape, Company company) {
        this.shape = shape;
        offset = company.domicile().utcOffset();
        draw = company.days().of(shape.index());
    }

    /** @param epochHour hours from 1970-01-01T00:00Z; at least 1 comes back */
    int weight(long epochHour) {
        long local = epochHour + offset;
        long localDay = Math.floorDiv(local, HOURS);
        if (localDay != day) {
            turnTo(localDay);
        }
        int hour = (int) Math.floorMod(local, (long) HOURS);
        double released = hour >= releaseFrom && hour < releaseTo ? RELEASE_PERCENT / 100.0 : 1;
        return Math.max(1, (int) (shape.hours().get(hour) * FINE * level * released));
    }

    private void turnTo(long epochDay) {
        day = epochDay;
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int weekday = date.getDayOfWeek().getValue() - 1;
        double noise = (draw.unit(epochDay * 2) + draw.unit(epochDay * 2 + 1) - 1) * shape.noise() / 100;
        level = shape.weekdays().get(weekday) / 100.0 * (1 + noise);
        level *= date.getDayOfMonth() == 1 ? shape.monthStart() / 100.0 : 1;
        level *= isClosing(date) ? shape.monthEnd() / 100.0 : 1;
        Draw releases = draw.of(epochDay);
        boolean released = shape.release() > 0 && weekday < WORKING_DAYS && releases.below(shape.release(), 0) == 0;
        releaseFrom = released ? FIRST_RELEASE + releases.below(RELEASE_STARTS, 1) : HOURS;
        releaseTo = releaseFrom + SHORTEST_RELEASE + releases.below(RELEASE_LENGTHS, 2);
    }

    /** Whether it is one of the last working days of its month. */
    private static boolean isClosing(LocalDate date) {
        int after = 0;
        for (LocalDate next = date; next.getMonth() == date.getMonth(); next = next.plusDays(1)) {
            after += next.getDayOfWeek().getValue() <= WORKING_DAYS ? 1 : 0;
            if (after > CLOSING_DAYS) {
                return false;
            }
        }
        return date.getDayOfWeek().getValue() <= WORKING_DAYS;
    }
}
