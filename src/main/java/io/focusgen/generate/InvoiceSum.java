package io.focusgen.generate;

import java.math.BigDecimal;
import java.util.BitSet;

import io.focusgen.focus.Decimal;
import io.focusgen.focus.ExactSum;

/**
 * What the slices of a month before the billing slice come to on the provider's invoice, exactly and in any order: each is
 * counted once, by whoever makes its frame first. Holds a few bits for each slice. Thread-safe.
 */
final class InvoiceSum {

    /** That there is no slice left. */
    static final int NONE = -1;

    private final int slices;
    private final BitSet begun = new BitSet();
    private final BitSet added = new BitSet();
    private final ExactSum sum = new ExactSum();

    /** @param slices how many there are */
    InvoiceSum(int slices) {
        this.slices = slices;
    }

    /** Adds what a slice comes to; what is none of these slices or has been added is passed over. */
    synchronized void add(int slice, Frame frame) {
        if (slice >= slices || added.get(slice)) {
            return;
        }
        for (int place = 0; place < frame.charges(); place++) {
            Charge charge = frame.charge(place);
            Decimal billed = charge.rates().billed();
            sum.add(billed.unscaled(), charge.quantity().total(), billed.scale() + charge.quantity().scale());
        }
        added.set(slice);
    }

    /**
     * A slice that is still to be added: one that nobody has begun with, so that several threads share the work; at last one
     * that somebody else has begun with, who may have given up. {@link #NONE} where all are there.
     */
    synchronized int missing() {
        int slice = begun.nextClearBit(0);
        while (slice < slices && added.get(slice)) {
            begun.set(slice);
            slice = begun.nextClearBit(slice);
        }
        if (slice < slices) {
            begun.set(slice);
            return slice;
        }
        int left = added.nextClearBit(0);
        return left < slices ? left : NONE;
    }

    /** What has been added, in the billing currency. */
    synchronized BigDecimal value() {
        return sum.value();
    }
}
