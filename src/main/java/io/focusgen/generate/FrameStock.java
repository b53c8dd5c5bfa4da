package io.focusgen.generate;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.BillingMonth;

/**
 * Frames of a bill for everybody who asks for it, as many as there is room for: a small bill has few, and to make them takes
 * much of what its rows take. What was kept once is kept as long as this. Thread-safe.
 */
public final class FrameStock {

    /** Measured: 250 to 370 bytes for each charge, with its part of the frame and all that it alone refers to. */
    private static final long CHARGE_BYTES = 384;
    private static final long FRAME_BYTES = 512;

    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final ConcurrentMap<Place, Frame> frames = new ConcurrentHashMap<>();

    private record Place(BillingMonth month, int slice) {
    }

    /** An empty one. @param mostBytes that the frames may take, at least 0 */
    public FrameStock(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What the frames take, estimated; never more than they may. */
    public long bytes() {
        return Math.min(bytes.get(), mostBytes);
    }

    // A large data set keeps none, and asks for each slice of its rows: that must cost nothing.

    @Nullable
    Frame find(BillingMonth month, int slice) {
        return mostBytes == 0 ? null : frames.get(new Place(month, slice));
    }

    /** Keeps a frame if there is room for it. */
    void offer(BillingMonth month, int slice, Frame frame) {
        if (mostBytes == 0) {
            return;
        }
        long size = FRAME_BYTES + CHARGE_BYTES * frame.charges();
        if (bytes.addAndGet(size) > mostBytes || frames.putIfAbsent(new Place(month, slice), frame) != null) {
            bytes.addAndGet(-size);
        }
    }
}
