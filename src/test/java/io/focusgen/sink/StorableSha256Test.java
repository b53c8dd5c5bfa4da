package io.focusgen.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a digest is laid down and taken up makes no difference to it. */
class StorableSha256Test {

    private static StorableSha256 of(ByteBuffer content) {
        StorableSha256 digest = new StorableSha256();
        digest.update(content);
        return digest;
    }

    @Test
    void aDigestThatIsTakenUpAnywhereEndsAsOneThatWasNeverLaidDown() {
        Random random = new Random(7);
        for (int length : List.of(0, 1, 63, 64, 65, 127, 128, 5_000)) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            for (int cut = 0; cut <= Math.min(length, 200); cut++) {
                String state = of(ByteBuffer.wrap(content, 0, cut)).state();
                assertThat(state).matches("[0-9a-f]{64,190}");

                StorableSha256 next = StorableSha256.restored(state, cut).orElseThrow();
                assertThat(next.state()).isEqualTo(state);
                next.update(ByteBuffer.wrap(content, cut, length - cut));
                assertThat(next.hex()).as("%d bytes cut at %d", length, cut).isEqualTo(Sources.sha256(content));
            }
        }
    }

    /** The end of a digest has the number of all bytes in it, here beyond what an int can hold. */
    @Test
    @Tag("long")
    void theBytesBeforeAreCounted() {
        StorableSha256 whole = new StorableSha256();
        ByteBuffer stretch = ByteBuffer.allocateDirect(1 << 26);
        long bytes = 0;
        while (bytes <= 1L << 32) {
            whole.update(stretch.rewind());
            bytes += stretch.capacity();
        }
        StorableSha256 next = StorableSha256.restored(whole.state(), bytes).orElseThrow();
        assertThat(next.hex()).isEqualTo(whole.hex());
    }

    @Test
    void takingTheStateChangesNothing() {
        byte[] text = "the bill".getBytes(StandardCharsets.US_ASCII);
        StorableSha256 digest = of(ByteBuffer.wrap(text, 0, 3));
        assertThat(digest.state()).isEqualTo(digest.state());
        digest.update(ByteBuffer.wrap(text, 3, 5));
        assertThat(digest.hex()).isEqualTo(Sources.sha256(text));
    }

    @Test
    void whatIsNoStateIsNone() {
        String state = of(ByteBuffer.wrap(new byte[70])).state();
        assertThat(StorableSha256.restored(state, 70)).isPresent();
        assertThat(StorableSha256.restored(state, 71)).isEmpty();
        assertThat(StorableSha256.restored("", 0)).isEmpty();
        assertThat(StorableSha256.restored(state.substring(2), 70)).isEmpty();
        assertThat(StorableSha256.restored("x".repeat(state.length()), 70)).isEmpty();
    }
}
