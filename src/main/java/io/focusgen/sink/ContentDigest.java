package io.focusgen.sink;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;

import io.focusgen.stream.BlockRange;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;

/**
 * The SHA-256 of a file whose bytes pass in order, and their number. Its state is kept with each checkpoint, so that a process
 * that goes on with a file need not encode what is safe once more. Not for two threads at once.
 */
public final class ContentDigest {

    /** Items that wait for the digest. */
    private static final int ITEMS_AHEAD = 8;

    private StorableSha256 digest = new StorableSha256();
    private long bytes;

    /**
     * Goes on at a checkpoint: with the state that was kept there, or else by digesting the blocks before it. The second way
     * is that of files with a block that is made of all others, too, since these have to be encoded anyway. It fails with
     * {@link SinkException.Kind#DIFFERENT} where they are not as many bytes as the checkpoint says.
     *
     * @param worker where the digesting is done
     */
    public Uni<Void> catchUp(Streams streams, BlockSource blocks, Checkpoint to, Executor worker) {
        if (to.nextBlock() > blocks.blocks()) {
            return Uni.createFrom().failure(different(to, "there are only " + blocks.blocks() + " blocks"));
        }
        Optional<StorableSha256> kept = lastNeedsOthers(blocks)
                ? Optional.empty()
                : StorableSha256.restored(to.digest(), to.bytes());
        if (kept.isPresent()) {
            digest = kept.get();
            bytes = to.bytes();
            return Uni.createFrom().voidItem();
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

    private static boolean lastNeedsOthers(BlockSource blocks) {
        return blocks.blocks() > 0 && blocks.needsOthers(blocks.blocks() - 1);
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

    /** What a checkpoint behind all bytes so far keeps of it; see {@link Checkpoint#digest}. */
    public String state() {
        return digest.state();
    }

    /** Bytes so far. */
    public long bytes() {
        return bytes;
    }

    /** The digest of all bytes so far, 64 lower-case hexadecimal digits. Only once. */
    public String hex() {
        return digest.hex();
    }
}
