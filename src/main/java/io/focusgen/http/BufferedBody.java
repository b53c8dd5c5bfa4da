package io.focusgen.http;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;

/** All blocks as one array: for data sets that are small next to the heap. */
final class BufferedBody extends ByteOutput {

    private BufferedBody() {
        super(new byte[64 << 10]);
    }

    static byte[] of(BlockSource blocks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        BufferedBody block = new BufferedBody();
        for (long i = 0; i < blocks.blocks(); i++) {
            block.length = 0;
            blocks.encode(i, block);
            all.write(block.array, 0, block.length);
        }
        return all.toByteArray();
    }

    @Override
    protected void next(int bytes) {
        array = Arrays.copyOf(array, Math.max(length + bytes, 2 * array.length));
    }
}
