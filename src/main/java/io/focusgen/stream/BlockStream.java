package io.focusgen.stream;

import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.buffer.Buffer;

/** A {@link BlockSource} as a {@code Multi}; each subscriber gets the whole source from its first block on. */
final class BlockStream extends AbstractMulti<Buffer> {

    private final BlockSource source;
    private final int blocksInFlight;
    private final StreamPool workers;
    private final ChunkPool chunks;

    BlockStream(BlockSource source, int blocksInFlight, StreamPool workers, ChunkPool chunks) {
        this.source = source;
        this.blocksInFlight = blocksInFlight;
        this.workers = workers;
        this.chunks = chunks;
    }

    @Override
    public void subscribe(MultiSubscriber<? super Buffer> subscriber) {
        new BlockSubscription(source, blocksInFlight, workers, chunks, subscriber).start();
    }
}
