package io.focusgen.stream;

import io.focusgen.encode.ByteOutput;
import io.focusgen.pricelist.PriceList;

/** A price list as numbered blocks of bytes. */
public record PriceListBlocks(PriceList list) implements BlockSource {

    @Override
    public long blocks() {
        return list.parts();
    }

    @Override
    public void encode(long block, ByteOutput out) {
        list.write(Math.toIntExact(block), out);
    }
}
