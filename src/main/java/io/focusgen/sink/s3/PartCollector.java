package io.focusgen.sink.s3;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;

import io.focusgen.sink.ContentDigest;
import io.focusgen.stream.BlockRange;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Streams;
import io.vertx.core.buffer.Buffer;

/** Collects items to parts of whole blocks. Not for two threads at once. */
final class PartCollector {

    private final BlockSource blocks;
    private final Streams streams;
    private final Executor worker;
    private final BooleanSupplier unwanted;
    private final ContentDigest digest;

    private List<Buffer> items = new ArrayList<>();
    private final CRC32C checksum = new CRC32C();
    private long bytes;
    private int number;
    private long first;

    /**
     * Begins behind what is there already.
     *
     * @param unwanted whether nobody waits for the parts any more
     * @param digest of what is there already; kept up to date
     * @param number of the next part
     * @param first block of the next part
     */
    PartCollector(BlockSource blocks, Streams streams, Executor worker, BooleanSupplier unwanted, ContentDigest digest,
            int number, long first) {
        this.blocks = blocks;
        this.streams = streams;
        this.worker = worker;
        this.unwanted = unwanted;
        this.digest = digest;
        this.number = number;
        this.first = first;
    }

    /** Number of the part that is being collected. */
    int number() {
        return number;
    }

    /** The first block of the part that is being collected. */
    long first() {
        return first;
    }

    /**
     * Takes an item; a part where that makes one of at least so many bytes.
     *
     * @param from the block that the stream of the items begins with
     */
    Optional<Part> add(Buffer item, int leastBytes, long from) {
        long end = Streams.blockBehind(item);
        ByteBuffer content = Streams.view(item);
        bytes += content.remaining();
        checksum.update(content.duplicate());
        digest.update(content);
        items.add(item);
        return end >= 0 && bytes >= leastBytes ? Optional.of(part(from + end)) : Optional.empty();
    }

    /** What is left behind the last block; none where there is nothing. */
    List<Part> rest() {
        return bytes == 0 ? List.of() : List.of(part(blocks.blocks()));
    }

    /** What is left, as something that is encoded when it is asked for. */
    PartContent small() {
        return new PartContent(new BlockRange(blocks, first, blocks.blocks()), bytes, (int) checksum.getValue(),
                streams,
                worker, unwanted, null);
    }

    /** Forgets what is left, keeping its length and checksum. */
    void drop() {
        items.forEach(Streams::recycle);
        items = new ArrayList<>();
    }

    private Part part(long end) {
        Part part = new Part(number, end, new PartContent(new BlockRange(blocks, first, end), bytes,
                (int) checksum.getValue(), streams, worker, unwanted, items), digest.state());
        items = new ArrayList<>();
        checksum.reset();
        bytes = 0;
        number++;
        first = end;
        return part;
    }
}
