package io.focusgen.plan;

import java.time.LocalDate;

import io.focusgen.estate.Driver;

/**
 * How much business an application did on a day.
 *
 * @param date in UTC, as days are billed
 * @param team who runs the application
 * @param application unique in the company
 * @param driver what is counted; its environment is production
 * @param value how many, a whole number of {@link Driver#unit()}; at least 0
 */
public record DriverDay(LocalDate date, String team, String application, Driver driver, long value) {
}
