package io.focusgen.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * Sums over a file whose blocks come in any order, from any thread, and once or several times. Whoever brings the block that is
 * next sums up all that follow it and are there already; nobody else waits. Kept are only blocks that came too early, and these
 * are among the blocks in flight.
 */
final class ContentSums {

    private final Consumer<GatheredBytes> done;

    // guarded by this
    private final Map<Long, GatheredBytes> early = new HashMap<>();
    private long next;
    private boolean busy;
    private long compressed;

    // of whoever made it busy
    private final CRC32 crc = new CRC32();
    private final MessageDigest sha256 = sha256();
    private long bytes;

    /**
     * The sums of a file that is whole.
     *
     * @param crc CRC-32 of its bytes
     * @param sha256 of its bytes, 64 lower-case hexadecimal digits
     * @param bytes of it
     * @param compressed bytes that its blocks became
     */
    record Sums(long crc, String sha256, long bytes, long compressed) {
    }

    /** @param done takes the bytes that have been summed up, now or before */
    ContentSums(Consumer<GatheredBytes> done) {
        this.done = done;
    }

    /**
     * Takes a block; one that was taken before counts once.
     *
     * @param packed bytes that it became
     */
    void add(long block, GatheredBytes content, int packed) {
        boolean taken;
        boolean mine;
        synchronized (this) {
            taken = block >= next && early.putIfAbsent(block, content) == null;
            mine = taken && !busy;
            busy |= mine;
            compressed += taken ? packed : 0;
        }
        if (mine) {
            sumUp();
        } else if (!taken) {
            done.accept(content);
        }
    }

    private void sumUp() {
        for (GatheredBytes ready = takeNext(); ready != null; ready = takeNext()) {
            crc.update(ready.array(), 0, ready.length());
            sha256.update(ready.array(), 0, ready.length());
            bytes += ready.length();
            done.accept(ready);
        }
    }

    private synchronized @Nullable GatheredBytes takeNext() {
        GatheredBytes ready = early.remove(next);
        if (ready == null) {
            busy = false;
            notifyAll();
        } else {
            next++;
        }
        return ready;
    }

    /**
     * The sums, once. Waits for whoever sums up a block that somebody else brought, too: some milliseconds.
     *
     * @param blocks that the file has
     * @throws IllegalStateException where it is not whole
     */
    synchronized Sums finish(long blocks) {
        try {
            while (busy) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("nothing interrupts an encoder", interrupted);
        }
        if (next != blocks) {
            throw new IllegalStateException(next + " of " + blocks + " blocks are summed up");
        }
        return new Sums(crc.getValue(), HexFormat.of().formatHex(sha256.digest()), bytes, compressed);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
