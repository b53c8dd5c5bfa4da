package io.focusgen.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.StreamSettings;
import io.focusgen.stream.Streams;
import io.focusgen.stream.TestBlocks;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.buffer.Buffer;

/** A zip file on its way: read slowly, given up, broken. */
class ZipStreamTest {

    private static final int IN_FLIGHT = 4;
    private static final int ROWS = 5_000;

    private final Streams streams = new Streams(
            new StreamSettings(32 << 10, IN_FLIGHT, 2, Duration.ofSeconds(60)));

    @AfterEach
    void close() {
        streams.close();
    }

    /** A file of some other blocks, which counts how often it is opened. */
    private static final class OtherFile implements BundleFile {

        private final String name;
        private final BlockSource blocks;
        private final AtomicInteger opened = new AtomicInteger();

        OtherFile(String name, BlockSource blocks) {
            this.name = name;
            this.blocks = blocks;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public boolean isData() {
            return false;
        }

        @Override
        public OptionalLong rows() {
            return OptionalLong.empty();
        }

        @Override
        public String canonicalUrl() {
            return "/api/v1/" + name;
        }

        @Override
        public BlockSource open() {
            opened.incrementAndGet();
            return blocks;
        }
    }

    private AssertSubscriber<Buffer> read(long demand, OtherFile... files) {
        return streams.of(zip(files)).subscribe().withSubscriber(AssertSubscriber.create(demand));
    }

    private static ZipBlocks zip(OtherFile... files) {
        Bundle bundle = Asked.bundle(Request.rows(1), Format.CSV, Layout.MONTHLY, 1);
        return ZipBlocks.of(bundle, Stream.of(files), ZipRecords.LIMIT);
    }

    private static byte[] bytes(AssertSubscriber<Buffer> reader) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        reader.getItems().forEach(item -> all.writeBytes(item.getBytes()));
        return all.toByteArray();
    }

    @Test
    void everyEntryIsTheBytesOfItsBlocks() throws IOException {
        TestBlocks first = new TestBlocks(30, block -> block % 3 == 0 ? 0 : ROWS);
        TestBlocks second = new TestBlocks(1, block -> 0);
        TestBlocks third = new TestBlocks(7, block -> ROWS);
        AssertSubscriber<Buffer> reader = read(Long.MAX_VALUE, new OtherFile("a", first), new OtherFile("b", second),
                new OtherFile("c", third));
        reader.awaitCompletion(Duration.ofSeconds(50));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes(reader)))) {
            for (TestBlocks blocks : new TestBlocks[]{first, second, third}) {
                assertThat(in.getNextEntry()).isNotNull();
                assertThat(in.readAllBytes()).isEqualTo(blocks.bytes(blocks.blocks()));
            }
            assertThat(in.getNextEntry().getName()).isEqualTo("manifest.json");
            in.readAllBytes();
            assertThat(in.getNextEntry()).isNull();
        }
    }

    @Test
    void anEntryThatFailsFailsTheStream() {
        TestBlocks broken = new TestBlocks(50, block -> ROWS) {
            @Override
            protected void beforeRow(long block, int row) {
                if (block == 20) {
                    throw new IllegalStateException("broken");
                }
            }
        };
        AssertSubscriber<Buffer> reader = read(Long.MAX_VALUE, new OtherFile("a", new TestBlocks(9, block -> ROWS)),
                new OtherFile("b", broken), new OtherFile("c", new TestBlocks(9, block -> ROWS)));
        reader.awaitFailure(Duration.ofSeconds(50)).assertFailedWith(IllegalStateException.class, "broken");
        assertThat(broken.begun.get()).isLessThanOrEqualTo(21 + IN_FLIGHT);
    }

    @Test
    void anEntryIsOpenedWhenItsTurnComesAndNothingIsMadeAheadOfASlowReader() {
        TestBlocks first = new TestBlocks(100, block -> ROWS);
        OtherFile second = new OtherFile("b", new TestBlocks(3, block -> ROWS));
        AssertSubscriber<Buffer> reader = read(1, new OtherFile("a", first), second);
        reader.awaitItems(1, Duration.ofSeconds(50));
        await().during(Duration.ofMillis(300)).until(() -> first.begun.get() <= 2 * IN_FLIGHT);
        assertThat(second.opened).hasValue(1);
        reader.request(Long.MAX_VALUE).awaitCompletion(Duration.ofSeconds(50));
        // To be planned, and to be read.
        assertThat(second.opened).hasValue(2);
    }

    @Test
    void anEntryThatIsOverIsOpenedAgainOnlyForWhoAsksForItsBlocks() {
        OtherFile first = new OtherFile("a", new TestBlocks(2, block -> ROWS));
        OtherFile second = new OtherFile("b", new TestBlocks(2, block -> ROWS));
        ZipBlocks zip = zip(first, second);
        List<byte[]> once = LongStream.range(0, zip.blocks()).mapToObj(block -> Bytes.of(zip, block).toArray())
                .toList();
        assertThat(first.opened).hasValue(2);
        // That end entries: of what is known of these.
        for (int block : new int[]{0, 3, 6}) {
            assertThat(Bytes.of(zip, block).toArray()).isEqualTo(once.get(block));
        }
        assertThat(first.opened).hasValue(2);

        assertThat(Bytes.of(zip, 2).toArray()).isEqualTo(once.get(2));

        assertThat(first.opened).hasValue(3);
        assertThat(second.opened).hasValue(2);
    }

    @Test
    void givingUpStopsTheWork() {
        TestBlocks endless = new TestBlocks(1_000_000, block -> ROWS);
        AssertSubscriber<Buffer> reader = read(5, new OtherFile("a", endless));
        reader.awaitItems(5, Duration.ofSeconds(50));
        reader.cancel();
        await().atMost(Duration.ofSeconds(10)).until(() -> endless.running.get() == 0);
        long begun = endless.begun.get();
        await().during(Duration.ofMillis(200)).until(() -> endless.begun.get() == begun);
        assertThat(begun).isLessThan(1_000);
        // The threads are free for the next one.
        read(Long.MAX_VALUE, new OtherFile("a", new TestBlocks(3, block -> ROWS)))
                .awaitCompletion(Duration.ofSeconds(50));
    }
}
