package io.focusgen.catalog;

/**
 * A band of a month's quantity with one price.
 *
 * @param from where the band begins, in pricing units per month and billing account
 * @param to where it ends, exclusive; {@link #OPEN} for the last
 */
public record Tier(long from, long to, Price price) {

    /** The end of the last tier of every SKU. */
    public static final long OPEN = Long.MAX_VALUE;

    public Tier {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("tier " + from + ".." + to + " is empty or negative");
        }
    }

    public boolean isOpen() {
        return to == OPEN;
    }
}
