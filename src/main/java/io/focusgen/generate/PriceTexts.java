package io.focusgen.generate;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Price;

/**
 * The texts of the prices last seen, each written once: a slice has far fewer prices than lines, and a text that is the
 * same object is not encoded again. A table of fixed size in which a newer price takes the place of an older one. Not
 * thread-safe.
 */
final class PriceTexts {

    private static final int BITS = 11;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final @Nullable Price[] prices = new @Nullable Price[1 << BITS];
    private final String[] texts = new String[1 << BITS];

    /** The same as {@link Price#text}. */
    String of(Price price) {
        int place = (int) ((price.unscaled() * 32 + price.scale()) * GOLDEN >>> (Long.SIZE - BITS));
        Price known = prices[place];
        if (known == null || known.unscaled() != price.unscaled() || known.scale() != price.scale()) {
            prices[place] = price;
            texts[place] = price.text();
        }
        return texts[place];
    }
}
