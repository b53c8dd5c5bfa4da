package io.focusgen.pricelist;

import java.util.List;

import io.focusgen.encode.ByteOutput;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.table.TableFormat;
import io.focusgen.table.TableWriter;

/**
 * Every SkuPriceId that a row of a request can carry, whatever its rows, budget, seed and shard: those of the whole catalogue
 * in all regions. A line holds from its BillingPeriodStart until its BillingPeriodEnd; a row belongs to the one line with its
 * SkuPriceId whose time its BillingPeriodStart lies in. Immutable, small, and made of parts that are written in any order.
 */
public final class PriceList {

    private final List<PricedBill> bills;
    private final TableWriter writer;

    private PriceList(DatasetSpec spec, TableFormat format) {
        writer = format.writer(spec, "prices", List.of(PriceColumn.values()));
        bills = spec.bills().stream().map(PricedBill::new).toList();
    }

    public static PriceList of(DatasetSpec spec, TableFormat format) {
        return new PriceList(spec, format);
    }

    /** Parts of the list, at least one; joined in order they are the whole. */
    public int parts() {
        return bills.stream().mapToInt(PricedBill::parts).sum();
    }

    /** Writes a part, 0 to {@link #parts()} − 1: some hundred lines. */
    public void write(int part, ByteOutput out) {
        if (part == 0) {
            writer.begin(out);
        }
        boolean first = part == 0;
        for (PriceLine line : lines(part)) {
            writer.line(PriceColumn.texts(line), first, out);
            first = false;
        }
        if (part == parts() - 1) {
            writer.end(out);
        }
    }

    /** The lines of a part. */
    List<PriceLine> lines(int part) {
        int inside = part;
        for (PricedBill bill : bills) {
            if (inside < bill.parts()) {
                return bill.part(inside);
            }
            inside -= bill.parts();
        }
        throw new IndexOutOfBoundsException(part);
    }
}
