package io.focusgen.spec;

import java.time.YearMonth;
import java.util.function.LongSupplier;

/**
 * What a request takes from outside, so that reading it needs neither a clock nor chance.
 *
 * @param lastClosedMonth the last calendar month that is over in UTC; stands for a month not given
 * @param randomSeed asked once where the seed is {@code random}
 */
public record Defaults(YearMonth lastClosedMonth, LongSupplier randomSeed) {
}
