package io.focusgen.pricelist;

import io.focusgen.encode.ByteOutput;

/** Writes a price list: what stands before the lines, each line, what stands behind them. Thread-safe. */
interface PriceWriter {

    void begin(ByteOutput out);

    /**
     * Writes one line.
     *
     * @param first whether no line stands before it
     */
    void line(PriceLine line, boolean first, ByteOutput out);

    void end(ByteOutput out);
}
