package io.focusgen.cli;

import java.util.concurrent.atomic.AtomicLongArray;

import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;
import io.focusgen.truth.AnswerSheet;

/** An answer sheet as blocks whose lines are counted, each once however often it is encoded. */
final class CountedSheet implements BlockSource {

    private final AnswerSheet sheet;
    private final AtomicLongArray lines;

    CountedSheet(AnswerSheet sheet) {
        this.sheet = sheet;
        this.lines = new AtomicLongArray(sheet.parts());
    }

    @Override
    public long blocks() {
        return sheet.parts();
    }

    @Override
    public void encode(long block, ByteOutput out) {
        int part = Math.toIntExact(block);
        lines.set(part, sheet.write(part, out));
    }

    /** Of all blocks that are encoded, header not counted. */
    long rows() {
        long sum = 0;
        for (int part = 0; part < lines.length(); part++) {
            sum += lines.get(part);
        }
        return sum;
    }
}
