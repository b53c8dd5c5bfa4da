package io.focusgen.spec;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Days on which the company's users use more, or less, than they usually do.
 *
 * @param first the first day, where the company is at home
 * @param days how many, 1 to 31
 * @param factor how many times the usual, 0.1 to 10, with the smallest scale that it can be written with
 */
public record Peak(LocalDate first, int days, BigDecimal factor) {

    static final int MOST_DAYS = 31;
    static final BigDecimal LEAST = new BigDecimal("0.1");
    static final BigDecimal MOST = BigDecimal.TEN;
    static final int DECIMALS = 4;

    private static final String PART = ":";
    private static final int PARTS = 3;

    public Peak {
        if (days < 1 || days > MOST_DAYS || factor.compareTo(LEAST) < 0 || factor.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a peak has 1 to " + MOST_DAYS + " days of " + LEAST + " to " + MOST
                    + " times the usual, not " + days + " of " + factor);
        }
    }

    /** Reads {@code first:days:factor}. */
    static Peak read(String text) throws WrongValue {
        String[] parts = text.strip().split(PART, -1);
        if (parts.length != PARTS) {
            throw new WrongValue(null);
        }
        return new Peak(part(parts, 0, Days::read), part(parts, 1, days -> (int) Numbers.whole(days, 1, MOST_DAYS)),
                part(parts, 2, factor -> Numbers.decimal(factor, LEAST, MOST, DECIMALS)));
    }

    /** One of the numbers; where it is wrong, what was meant is all of the text with the nearest one. */
    private static <T> T part(String[] parts, int place, GivenParameters.Reading<T> reading) throws WrongValue {
        try {
            return reading.read(parts[place]);
        } catch (WrongValue wrong) {
            if (wrong.nearest() == null) {
                throw wrong;
            }
            String[] meant = parts.clone();
            meant[place] = wrong.nearest();
            throw new WrongValue(String.join(PART, meant));
        }
    }

    /** The day after the last. */
    public LocalDate end() {
        return first.plusDays(days);
    }

    boolean overlaps(Peak other) {
        return first.isBefore(other.end()) && other.first.isBefore(end());
    }

    /** As {@link #read} reads it. */
    @Override
    public String toString() {
        return first + PART + days + PART + factor.toPlainString();
    }
}
