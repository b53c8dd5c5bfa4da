package io.focusgen.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.stream.BlockRange;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.StreamSettings;
import io.focusgen.stream.Streams;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.buffer.Buffer;

/** A block of a zip file that was encoded before has the same bytes again, whatever goes on meanwhile. */
class ZipBlocksAgainTest {

    private static final int CHUNK = 32 << 10;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Request REQUEST = Request.rows(30_000).providers("aws", "gcp").months(2).anomalies(2).waste(5);

    private final ExecutorService others = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    static Stream<Arguments> cases() {
        return Stream.of(1, 2, 8).flatMap(threads -> Stream.of(Arguments.of(threads, Format.CSV, Layout.MONTHLY),
                Arguments.of(threads, Format.PARQUET, Layout.HIVE), Arguments.of(threads, Format.CSV, Layout.SINGLE)));
    }

    private static Streams streams(int threads) {
        return new Streams(new StreamSettings(CHUNK, threads + 2, threads, LONG));
    }

    private static Bundle bundle(Format format, Layout layout) {
        return Asked.bundle(REQUEST, format, layout, 1);
    }

    /** Each block, made in order. */
    private static List<byte[]> expected(Format format, Layout layout) {
        BlockSource source = ZipBlocks.of(bundle(format, layout));
        return LongStream.range(0, source.blocks()).mapToObj(block -> Bytes.of(source, block).toArray()).toList();
    }

    private static byte[] joined(List<byte[]> blocks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        blocks.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anyEarlierBlockWhileTheFileIsMade(int threads, Format format, Layout layout) {
        List<byte[]> expected = expected(format, layout);
        ZipBlocks zip = ZipBlocks.of(bundle(format, layout));
        Random random = new Random(threads);
        List<CompletableFuture<Void>> again = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Streams streams = streams(threads)) {
            streams.of(zip).onItem().invoke(item -> {
                all.writeBytes(item.getBytes());
                long behind = Streams.blockBehind(item);
                if (behind > 0) {
                    again.add(encoded(zip, (int) behind - 1, expected));
                    again.add(encoded(zip, random.nextInt((int) behind), expected));
                }
                Streams.recycle(item);
            }).collect().last().await().atMost(LONG);
        }
        assertThat(all.toByteArray()).isEqualTo(joined(expected));
        assertThat(again).hasSizeGreaterThan(10);
        again.forEach(CompletableFuture::join);

        List<Integer> everyOne = new ArrayList<>();
        for (int block = 0; block < expected.size(); block++) {
            everyOne.add(block);
        }
        Collections.shuffle(everyOne, random);
        everyOne.stream().map(block -> encoded(zip, block, expected)).toList().forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> encoded(BlockSource zip, int block, List<byte[]> expected) {
        return CompletableFuture.runAsync(
                () -> assertThat(Bytes.of(zip, block).toArray()).as("block " + block).isEqualTo(expected.get(block)),
                others);
    }

    /** As parts of a bucket that become larger: the first reader has had blocks made that the next one asks for again. */
    @ParameterizedTest
    @MethodSource("cases")
    void aReaderGoesOnWhereAnotherOneGaveUp(int threads, Format format, Layout layout) {
        byte[] expected = joined(expected(format, layout));
        ZipBlocks zip = ZipBlocks.of(bundle(format, layout));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        AtomicLong next = new AtomicLong();
        int readers = 0;
        try (Streams streams = streams(threads)) {
            while (next.get() < zip.blocks()) {
                readers++;
                readSome(streams, new BlockRange(zip, next.get(), zip.blocks()), all, next);
            }
        }
        assertThat(readers).isGreaterThan(3);
        assertThat(all.toByteArray()).isEqualTo(expected);
    }

    /** Takes whole blocks, gives up in the middle of the work, and leaves it to its end. */
    private static void readSome(Streams streams, BlockRange range, ByteArrayOutputStream all, AtomicLong next) {
        AssertSubscriber<Buffer> reader = streams.of(range).subscribe().withSubscriber(AssertSubscriber.create());
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        long behind = -1;
        for (int taken = 0; behind < 0; taken++) {
            reader.awaitNextItem(LONG);
            Buffer item = reader.getItems().get(taken);
            some.writeBytes(item.getBytes());
            behind = Streams.blockBehind(item);
        }
        reader.cancel();
        all.writeBytes(some.toByteArray());
        next.set(range.first() + behind);
    }
}
