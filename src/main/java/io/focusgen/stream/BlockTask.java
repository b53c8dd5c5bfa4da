package io.focusgen.stream;

import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;

/**
 * One block of one subscription: first the work of encoding it, then its parked chunks. The worker owns it until
 * {@link #isDone()}, the subscription afterwards.
 */
final class BlockTask implements StreamPool.Task {

    private final long block;
    private final BlockSubscription owner;
    private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
    /** What is encoded and where to, from the first turn to the last. */
    private @Nullable BlockWork work;
    private @Nullable Output output;
    private @Nullable Throwable failure;
    private volatile boolean done;

    BlockTask(long block, BlockSubscription owner) {
        this.block = block;
        this.owner = owner;
    }

    @Override
    public void run() {
        if (!owner.wants(block)) {
            end();
        } else if (turn()) {
            finish();
        } else {
            owner.workers().submit(this);
        }
    }

    @Override
    public void abandon() {
        fail(new IllegalStateException("the service is stopping"));
        end();
    }

    /** Nothing more is encoded. */
    private void end() {
        if (output != null) {
            output.discard();
        }
        finish();
    }

    /** Some work; whether it was the last. */
    private boolean turn() {
        if (output == null) {
            output = new Output(owner.pool().take());
        }
        try {
            if (work == null) {
                work = owner.source().work(block);
            }
            if (!work.turn(output)) {
                return false;
            }
            output.park();
            owner.workers().encoded(owner.source().rowsOf(block));
        } catch (ReaderGone gone) {
            output.discard();
        } catch (CancellationException gone) {
            output.discard();
            if (owner.wants(block)) {
                fail(gone);
            }
        } catch (Throwable thrown) {
            output.discard();
            fail(thrown);
        }
        return true;
    }

    private void fail(Throwable thrown) {
        failure = thrown;
        owner.failed(block);
    }

    private void finish() {
        work = null;
        output = null;
        done = true;
        owner.drain();
    }

    boolean isDone() {
        return done;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Encoded chunks in order; empty if the block has no bytes, failed or was no longer wanted. */
    ArrayDeque<Chunk> chunks() {
        return chunks;
    }

    void recycle() {
        Chunk chunk;
        while ((chunk = chunks.poll()) != null) {
            owner.pool().give(chunk.array);
        }
    }

    /** Fills arrays of the pool, and stops the encoder at the next array once nobody wants the block. */
    private final class Output extends ByteOutput {

        Output(byte[] array) {
            super(array);
        }

        @Override
        public boolean isWanted() {
            return owner.wants(block);
        }

        @Override
        protected void next(int bytes) {
            if (!owner.wants(block)) {
                throw ReaderGone.INSTANCE;
            }
            park();
            ChunkPool pool = owner.pool();
            // A single row beyond a whole chunk gets an array of its own, which is not recycled.
            array = bytes > pool.chunkBytes() ? new byte[bytes] : pool.take();
            length = 0;
        }

        void park() {
            if (length > 0) {
                chunks.add(new Chunk(array, length));
            } else {
                owner.pool().give(array);
            }
        }

        void discard() {
            owner.pool().give(array);
            recycle();
        }
    }

    /** Unwinds an encoder whose bytes nobody wants. Not a failure: it never leaves this class. */
    private static final class ReaderGone extends RuntimeException {

        static final ReaderGone INSTANCE = new ReaderGone();

        private ReaderGone() {
            super("nobody wants this block any more", null, false, false);
        }
    }
}
