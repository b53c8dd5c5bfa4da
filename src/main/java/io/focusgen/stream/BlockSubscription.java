package io.focusgen.stream;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.buffer.Buffer;

/**
 * One reader of a {@link BlockStream}. Whatever happens (demand, an encoded block, a cancel) calls {@link #drain()}; one
 * thread at a time drains, the others only leave a note, so that the fields below "drained" need no lock, items are
 * serial, and a reader that asks for more from within an item does not recurse.
 */
final class BlockSubscription implements Flow.Subscription {

    /** The last chunk of a block that fills less than this share of an array waits for small blocks to follow. */
    private static final int SMALL_SHARE = 4;

    private final BlockSource source;
    private final StreamPool workers;
    private final ChunkPool chunks;
    private final MultiSubscriber<? super Buffer> subscriber;
    private final long blocks;

    private final AtomicLong demand = new AtomicLong();
    /** Notes left for the draining thread; begins with one, so that nothing is emitted before onSubscribe returns. */
    private final AtomicInteger notes = new AtomicInteger(1);
    private volatile boolean over;
    private volatile @Nullable Throwable violation;
    /** The lowest block that failed: it and all behind it are not wanted any more. */
    private final AtomicLong firstFailed = new AtomicLong(Long.MAX_VALUE);

    // drained
    /** Blocks {@link #next} to {@link #queued} − 1, each at its number modulo the length. */
    private final @Nullable BlockTask[] ahead;
    private long next;
    private long queued;
    private @Nullable Chunk small;

    BlockSubscription(BlockSource source, int blocksInFlight, StreamPool workers, ChunkPool chunks,
            MultiSubscriber<? super Buffer> subscriber) {
        this.source = source;
        this.workers = workers;
        this.chunks = chunks;
        this.subscriber = subscriber;
        this.blocks = source.blocks();
        this.ahead = new BlockTask[(int) Math.min(Math.min(blocksInFlight, source.mostAtOnce()), Math.max(1, blocks))];
    }

    void start() {
        subscriber.onSubscribe(this);
        drainNoted();
    }

    @Override
    public void request(long items) {
        if (items > 0) {
            Subscriptions.add(demand, items);
        } else {
            violation = new IllegalArgumentException("a reader must ask for at least 1 item, not " + items);
        }
        drain();
    }

    @Override
    public void cancel() {
        over = true;
        drain();
    }

    BlockSource source() {
        return source;
    }

    ChunkPool pool() {
        return chunks;
    }

    StreamPool workers() {
        return workers;
    }

    /** Whether the bytes of a block can still reach the reader. Called from the workers, often. */
    boolean wants(long block) {
        return !over && block < firstFailed.get();
    }

    void failed(long block) {
        firstFailed.accumulateAndGet(block, Math::min);
    }

    void drain() {
        if (notes.getAndIncrement() == 0) {
            drainNoted();
        }
    }

    private void drainNoted() {
        int seen = notes.get();
        do {
            if (!over) {
                advance();
            }
            if (over) {
                discard();
            }
            seen = notes.addAndGet(-seen);
        } while (seen != 0);
    }

    private void advance() {
        Throwable broken = violation;
        if (broken != null) {
            over = true;
            subscriber.onFailure(broken);
            return;
        }
        while (!over && demand.get() > 0) {
            queueBlocks();
            Chunk item = nextItem();
            if (item == null) {
                break;
            }
            Subscriptions.produced(demand, 1);
            emit(item);
        }
        if (!over && small == null) {
            endIfAtEnd();
        }
        if (!over) {
            queueBlocks();
        }
    }

    /** Nothing is encoded before the first demand; from then on the window is kept full, demand or not. */
    private void queueBlocks() {
        boolean asked = queued > 0 || demand.get() > 0;
        while (asked && queued < blocks && queued - next < ahead.length && wants(queued)
                && (next == queued || !source.needsOthers(queued))) {
            BlockTask task = new BlockTask(queued, this);
            ahead[slot(queued)] = task;
            queued++;
            workers.submit(task);
        }
    }

    /** The next item in order, or null if it is not encoded yet, or there is none. */
    private @Nullable Chunk nextItem() {
        while (true) {
            BlockTask task = nextDone();
            boolean ended = next == blocks || task != null && task.failure() != null;
            if (small != null) {
                Chunk only = task == null || task.chunks().size() > 1 ? null : task.chunks().peek();
                boolean joinable = !ended && (task == null || task.chunks().isEmpty()
                        || only != null && small.hasRoomFor(only));
                if (!joinable || small.length * SMALL_SHARE >= chunks.chunkBytes()) {
                    Chunk item = small;
                    small = null;
                    return item;
                }
            }
            if (ended || task == null) {
                return null;
            }
            Chunk chunk = task.chunks().poll();
            boolean last = task.chunks().isEmpty();
            boolean waits = last && !source.goesOnAtOnce(next);
            if (last) {
                ahead[slot(next)] = null;
                next++;
            }
            if (chunk == null) {
                continue;
            }
            if (last) {
                chunk.end = next;
            }
            if (small != null) {
                small.append(chunk);
                small.end = next;
                chunks.give(chunk.array);
            } else if (waits && chunk.length * SMALL_SHARE < chunks.chunkBytes()) {
                small = chunk;
            } else {
                return chunk;
            }
            queueBlocks();
        }
    }

    private @Nullable BlockTask nextDone() {
        BlockTask task = ahead[slot(next)];
        return task != null && task.isDone() ? task : null;
    }

    private void emit(Chunk item) {
        try {
            subscriber.onItem(ChunkByteBuf.buffer(item, chunks));
        } catch (Throwable thrown) {
            // A reader must not throw; one that does is told so and gets nothing more.
            over = true;
            subscriber.onFailure(thrown);
        }
    }

    private void endIfAtEnd() {
        if (next == blocks) {
            over = true;
            subscriber.onCompletion();
            return;
        }
        BlockTask task = nextDone();
        Throwable failure = task == null ? null : task.failure();
        if (failure != null) {
            over = true;
            subscriber.onFailure(failure);
        }
    }

    /** Returns what is parked; a block still being encoded comes by again when its worker has noticed. */
    private void discard() {
        for (int slot = 0; slot < ahead.length; slot++) {
            BlockTask task = ahead[slot];
            if (task != null && task.isDone()) {
                task.recycle();
                ahead[slot] = null;
            }
        }
        if (small != null) {
            chunks.give(small.array);
            small = null;
        }
    }

    private int slot(long block) {
        return (int) (block % ahead.length);
    }
}
