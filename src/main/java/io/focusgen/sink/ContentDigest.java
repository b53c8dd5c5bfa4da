package io.focusgen.sink;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Executor;

import io.focusgen.stream.BlockRange;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;

/**
 * The SHA-256 of a file whose bytes pass in order, and their number. The JDK's digest is fast but cannot be stored, so a
 * process that goes on with a file encodes what is safe once more, just to digest it. Not for two threads at once.
 */
public final class ContentDigest {

    /** Items that wait for the digest. */
    private static final int ITEMS_AHEAD = 8;

    private final MessageDigest digest;
    private long bytes;

    /** Of no bytes yet. */
    public ContentDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /**
     * Digests the blocks before a checkpoint. Fails with {@link SinkException.Kind#DIFFERENT} where they are not as many
     * bytes as the checkpoint says.
     *
     * @param worker where the digesting is done
     */
    public Uni<Void> catchUp(Streams streams, BlockSource blocks, Checkpoint to, Executor worker) {
        if (to.nextBlock() > blocks.blocks()) {
            return Uni.createFrom().failure(different(to, "there are only " + blocks.blocks() + " blocks"));
        }
        return streams.of(new BlockRange(blocks, 0, to.nextBlock())).emitOn(worker, ITEMS_AHEAD)
                .onItem().invoke(item -> {
                    update(Streams.view(item));
                    Streams.recycle(item);
                })
                .onItem().ignoreAsUni()
                .onItem().invoke(() -> {
                    if (bytes != to.bytes()) {
                        throw different(to, "they are " + bytes + " bytes now");
                    }
                });
    }

    private static SinkException different(Checkpoint to, String instead) {
        return new SinkException(SinkException.Kind.DIFFERENT, "The file was begun with " + to.nextBlock()
                + " blocks of " + to.bytes() + " bytes, but " + instead + "; it has to be made anew.", null);
    }

    /** Adds all that is left in a buffer. */
    public void update(ByteBuffer content) {
        bytes += content.remaining();
        digest.update(content);
    }

    /** Bytes so far. */
    public long bytes() {
        return bytes;
    }

    /** The digest of all bytes so far, 64 lower-case hexadecimal digits. Only once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
