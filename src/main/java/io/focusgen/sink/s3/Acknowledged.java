package io.focusgen.sink.s3;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.focusgen.sink.Checkpoint;

/** The parts that the server has, and how far they are without a gap. Thread-safe. */
final class Acknowledged {

    private final List<S3Part> parts;
    private final Map<Integer, Arrived> beyondGap = new HashMap<>();
    private long nextBlock;
    private long bytes;
    private String digest = "";

    private record Arrived(Part part, S3Part stored) {
    }

    /**
     * Begins with what is there.
     *
     * @param parts 1 to n
     * @param nextBlock the block behind them
     * @param bytes of all blocks before it
     */
    Acknowledged(List<S3Part> parts, long nextBlock, long bytes) {
        this.parts = new ArrayList<>(parts);
        this.nextBlock = nextBlock;
        this.bytes = bytes;
    }

    /** Adds a part; a checkpoint where more than before is without a gap. */
    synchronized Optional<Checkpoint> add(Part part, S3Part stored, String token) {
        beyondGap.put(part.number(), new Arrived(part, stored));
        boolean moved = false;
        Arrived next;
        while ((next = beyondGap.remove(parts.size() + 1)) != null) {
            parts.add(next.stored());
            nextBlock = next.part().end();
            digest = next.part().digest();
            bytes += next.stored().bytes();
            moved = true;
        }
        return moved ? Optional.of(new Checkpoint(nextBlock, bytes, token, digest)) : Optional.empty();
    }

    /** All parts up to the first gap, in their order. */
    synchronized List<S3Part> parts() {
        return List.copyOf(parts);
    }

    /** Bytes of {@link #parts}. */
    synchronized long bytes() {
        return bytes;
    }
}
