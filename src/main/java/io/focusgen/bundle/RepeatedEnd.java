package io.focusgen.bundle;

import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.BlockWork;

/**
 * A last block that needs all before it, of a source that does not have them any more: they are encoded once more, into
 * nothing. Rare, and so worth its time rather than the memory for what it is made of.
 */
final class RepeatedEnd implements BlockWork {

    private final BlockSource source;
    private final long last;
    private long next;
    private BlockWork work;
    private @Nullable Nothing nothing;

    /** @param last its number, so that it needs as many others */
    RepeatedEnd(BlockSource source, long last) {
        this.source = source;
        this.last = last;
        work = source.work(0);
    }

    @Override
    public boolean turn(ByteOutput out) {
        if (next == last) {
            return work.turn(out);
        }
        Nothing others = nothing;
        if (others == null) {
            others = new Nothing(out);
            nothing = others;
        }
        if (work.turn(others)) {
            next++;
            work = source.work(next);
        }
        return false;
    }

    /** Forgets what is written. */
    private static final class Nothing extends ByteOutput {

        private static final int BYTES = 64 << 10;

        private final ByteOutput reader;

        /** @param reader who waits */
        Nothing(ByteOutput reader) {
            super(new byte[BYTES]);
            this.reader = reader;
        }

        @Override
        public boolean isWanted() {
            return reader.isWanted();
        }

        @Override
        protected void next(int bytes) {
            if (!reader.isWanted()) {
                throw new CancellationException("nobody wants this block any more");
            }
            if (bytes > array.length) {
                array = new byte[bytes];
            }
            length = 0;
        }
    }
}
