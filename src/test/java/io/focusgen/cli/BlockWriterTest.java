package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;

@Timeout(60)
class BlockWriterTest {

    private static final LongConsumer QUIETLY = block -> {
    };
    private static final Watcher UNSEEN = (blocks, bytes) -> {
    };

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    /** Blocks that say their number; early ones of every eight take longest, so that later ones overtake them. */
    private static BlockSource blocks(long count, LongConsumer beforeEach) {
        return new BlockSource() {
            @Override
            public long blocks() {
                return count;
            }

            @Override
            public void encode(long block, ByteOutput out) {
                beforeEach.accept(block);
                byte[] text = (block + "\n").getBytes(StandardCharsets.US_ASCII);
                out.ensure(text.length);
                System.arraycopy(text, 0, out.array(), out.length(), text.length);
                out.length(out.length() + text.length);
            }
        };
    }

    private long write(BlockSource source, int threads) throws IOException {
        return BlockWriter.write(source, Channels.newChannel(output), threads, UNSEEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 64})
    void blocksAreInOrderWhateverTheThreads(int threads) throws IOException {
        String expected = LongStream.range(0, 500).mapToObj(block -> block + "\n").collect(Collectors.joining());

        long bytes = write(blocks(500, block -> busy(block % 8 == 0 ? 2_000_000 : 0)), threads);

        assertThat(output.toString(StandardCharsets.US_ASCII)).isEqualTo(expected);
        assertThat(bytes).isEqualTo(expected.length());
    }

    private static void busy(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void noMoreBlocksAreEncodedAheadThanThereAreThreads() throws IOException {
        AtomicInteger written = new AtomicInteger();
        AtomicInteger mostAhead = new AtomicInteger();
        BlockSource source = blocks(300, block -> mostAhead.accumulateAndGet((int) block - written.get(), Math::max));

        BlockWriter.write(source, Channels.newChannel(output), 4, (done, bytes) -> {
            busy(200_000);
            written.set((int) done);
        });

        assertThat(mostAhead.get()).isBetween(1, 4);
    }

    @Test
    void aBlockMayBeOfAnySize() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        BlockSource source = new BlockSource() {
            @Override
            public long blocks() {
                return 2;
            }

            @Override
            public void encode(long block, ByteOutput out) {
                for (int i = 0; i < 5; i++) {
                    out.ensure(megabyte.length);
                    System.arraycopy(megabyte, 0, out.array(), out.length(), megabyte.length);
                    out.length(out.length() + megabyte.length);
                }
            }
        };

        assertThat(write(source, 2)).isEqualTo(10L << 20);
        assertThat(output.size()).isEqualTo(10 << 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aBlockThatFailsEndsAllAndIsThrown(int threads) {
        BlockSource source = blocks(1_000_000, block -> {
            if (block == 100) {
                throw new IllegalStateException("block 100");
            }
        });

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> write(source, threads))
                .withMessage("block 100");
        assertThat(output.toString(StandardCharsets.US_ASCII).lines().count()).isLessThanOrEqualTo(100);
    }

    @Test
    void progressIsToldInOrder() throws IOException {
        List<Long> told = new ArrayList<>();

        List<Long> bytes = new ArrayList<>();

        BlockWriter.write(blocks(20, QUIETLY), Channels.newChannel(output), 4, (done, length) -> {
            told.add(done);
            bytes.add(length);
        });

        assertThat(told).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(bytes).startsWith(2L, 4L).endsWith((long) output.size()).isSorted();
    }

    @Test
    void aDataSetWithoutBlocksIsEmpty() throws IOException {
        assertThat(write(blocks(0, QUIETLY), 4)).isZero();
    }
}
