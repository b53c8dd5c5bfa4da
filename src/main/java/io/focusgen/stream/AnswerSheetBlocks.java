package io.focusgen.stream;

import io.focusgen.encode.ByteOutput;
import io.focusgen.truth.AnswerSheet;

/** An answer sheet as numbered blocks of bytes. */
public record AnswerSheetBlocks(AnswerSheet sheet) implements BlockSource {

    @Override
    public long blocks() {
        return sheet.parts();
    }

    @Override
    public void encode(long block, ByteOutput out) {
        sheet.write(Math.toIntExact(block), out);
    }
}
