package io.focusgen.sink;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 by the JDK, whose state between two updates can be stored and set again by another process. The JDK's own is the
 * only one that uses what processors have for it, five to six times as fast as one in plain Java, and it gives its state
 * away to nobody: it is read from its fields, which the manifest of the jar opens to us ({@code Add-Opens}). Where they are
 * closed or look different, there is no state, which is said once to who goes on with a file. Not for two threads at once.
 */
final class StorableSha256 {

    private static final Logger LOG = Logger.getLogger(StorableSha256.class);

    /** Bytes that SHA-256 works at in one go (FIPS 180-4, 5.2.1); fewer wait for the next. */
    private static final int BLOCK = 64;
    /** Of eight words (FIPS 180-4, 5.3.3). */
    private static final int STATE = 32;

    private final MessageDigest digest;

    StorableSha256() {
        this(create());
    }

    private StorableSha256(MessageDigest digest) {
        this.digest = digest;
    }

    private static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Adds all that is left in a buffer. */
    void update(ByteBuffer content) {
        digest.update(content);
    }

    /** The digest, 64 lower-case hexadecimal digits. Only once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * What {@link #restored} needs to go on: 64 to 190 hexadecimal digits, the eight words and then the bytes that wait for
     * a whole block. Empty where the JDK keeps it to itself.
     */
    String state() {
        Fields fields = Holder.FIELDS;
        return fields == null ? "" : fields.state(digest);
    }

    /**
     * The digest of that many bytes, as it was when its state was taken; none where that is no such state, or where this JDK
     * lets nobody set it.
     *
     * @param state as {@link #state} gave it
     * @param bytes before it
     */
    static Optional<StorableSha256> restored(String state, long bytes) {
        Fields fields = Holder.FIELDS;
        if (fields == null && bytes > 0) {
            Holder.complain();
        }
        if (fields == null || state.length() != 2 * (STATE + bytes % BLOCK)) {
            return Optional.empty();
        }
        byte[] stored;
        try {
            stored = HexFormat.of().parseHex(state);
        } catch (IllegalArgumentException noHex) {
            LOG.warnf("The state of a digest cannot be read: %s", noHex.getMessage());
            return Optional.empty();
        }
        MessageDigest digest = create();
        fields.set(digest, ByteBuffer.wrap(stored), bytes);
        return Optional.of(new StorableSha256(digest));
    }

    /** What is looked up and tried when the first state is wanted. */
    private static final class Holder {

        private static final AtomicBoolean COMPLAINED = new AtomicBoolean();

        /** Why there are no fields; before them, which say so. */
        private static String why = "";

        private static final @Nullable Fields FIELDS = find();

        private static @Nullable Fields find() {
            try {
                Fields found = Fields.of();
                if (found.work()) {
                    return found;
                }
                why = "it works in another way";
            } catch (ReflectiveOperationException | ClassCastException closed) {
                why = String.valueOf(closed.getMessage());
            }
            return null;
        }

        /** Only where somebody misses it: who writes a file in one go does not. */
        private static void complain() {
            if (COMPLAINED.compareAndSet(false, true)) {
                LOG.infof(
                        "The state of this JDK's digest is closed to us (%s): what is safe of a file is encoded once more to"
                                + " digest it. Started by java -jar, the service has it opened.",
                        why);
            }
        }
    }

    /**
     * The fields of the JDK's SHA-256, the same in releases 17 to 25.
     *
     * @param implementation behind a {@link MessageDigest}
     * @param words the eight words
     * @param pending bytes of the block that is not whole
     * @param pendingCount of them
     * @param processed bytes in all
     */
    private record Fields(VarHandle implementation, VarHandle words, VarHandle pending, VarHandle pendingCount,
            VarHandle processed) {

        static Fields of() throws ReflectiveOperationException {
            Class<?> delegate = Class.forName(MessageDigest.class.getName() + "$Delegate");
            Class<?> sha2 = Class.forName("sun.security.provider.SHA2");
            Class<?> base = Class.forName("sun.security.provider.DigestBase");
            MethodHandles.Lookup here = MethodHandles.lookup();
            MethodHandles.Lookup inBase = MethodHandles.privateLookupIn(base, here);
            return new Fields(
                    MethodHandles.privateLookupIn(delegate, here).findVarHandle(delegate, "digestSpi",
                            MessageDigestSpi.class),
                    MethodHandles.privateLookupIn(sha2, here).findVarHandle(sha2, "state", int[].class),
                    inBase.findVarHandle(base, "buffer", byte[].class),
                    inBase.findVarHandle(base, "bufOfs", int.class),
                    inBase.findVarHandle(base, "bytesProcessed", long.class));
        }

        String state(MessageDigest digest) {
            Object spi = implementation.get(digest);
            byte[] waiting = Arrays.copyOf((byte[]) pending.get(spi), (int) pendingCount.get(spi));
            ByteBuffer all = ByteBuffer.allocate(STATE + waiting.length).order(ByteOrder.BIG_ENDIAN);
            all.asIntBuffer().put((int[]) words.get(spi));
            return HexFormat.of().formatHex(all.position(STATE).put(waiting).array());
        }

        void set(MessageDigest fresh, ByteBuffer state, long bytes) {
            Object spi = implementation.get(fresh);
            state.order(ByteOrder.BIG_ENDIAN).asIntBuffer().get((int[]) words.get(spi));
            int waiting = state.position(STATE).remaining();
            state.get((byte[]) pending.get(spi), 0, waiting);
            pendingCount.set(spi, waiting);
            processed.set(spi, bytes);
        }

        /** Whether a digest that is taken up in the middle of a block ends as one that was never laid down. */
        boolean work() {
            byte[] text = "whoever goes on with a file must not be told apart; ".repeat(4)
                    .getBytes(StandardCharsets.US_ASCII);
            int cut = BLOCK + 7;
            MessageDigest first = create();
            first.update(text, 0, cut);
            String taken = state(first);
            if (taken.length() != 2 * (STATE + cut % BLOCK)) {
                return false;
            }
            MessageDigest second = create();
            set(second, ByteBuffer.wrap(HexFormat.of().parseHex(taken)), cut);
            second.update(text, cut, text.length - cut);
            return Arrays.equals(create().digest(text), second.digest());
        }
    }
}
