package io.focusgen.sink.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.Room;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;
import io.focusgen.sink.Sources;
import io.focusgen.sink.StagedFile;
import io.focusgen.sink.StoredFile;
import io.focusgen.stream.BlockRange;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Streams;
import io.focusgen.stream.TestBlocks;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

class DiskSinkTest {

    private static final FileTarget FILE = new FileTarget("job-1/data/a.csv", "text/csv");
    private static final Checkpoint NOTHING = Checkpoint.BEGINNING;

    @TempDir
    private Path dir;

    private final Streams streams = Sources.streams();
    private final ExecutorService worker = Executors.newFixedThreadPool(2);

    @AfterEach
    void close() {
        streams.close();
        worker.shutdownNow();
    }

    private DiskSink sink(long quota) {
        return new DiskSink(new DiskSettings(dir.resolve("files"), quota, Duration.ofDays(7)), streams, worker);
    }

    private DiskSink sink(DiskFile.Opener opener) {
        return new DiskSink(new DiskSettings(dir.resolve("files"), 1 << 30, Duration.ofDays(7)), streams, worker,
                opener);
    }

    private static <T> T of(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }

    private static Checkpoint write(StagedFile file, BlockSource blocks) {
        return of(file.write(blocks).collect().last());
    }

    private static StoredFile store(DiskSink sink, FileTarget target, BlockSource blocks) {
        StagedFile file = of(sink.open(target, null));
        write(file, blocks);
        return of(file.commit());
    }

    private List<String> files() throws IOException {
        if (!Files.exists(dir.resolve("files"))) {
            return List.of();
        }
        try (Stream<Path> walked = Files.walk(dir.resolve("files"))) {
            return walked.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> dir.resolve("files").relativize(path).toString()).sorted().toList();
        }
    }

    @Test
    void aFileIsSeenWhenItIsWhole() throws IOException {
        DiskSink sink = sink(1 << 30);
        TestBlocks blocks = Sources.megabytes(3);
        byte[] expected = blocks.bytes(3);

        StagedFile file = of(sink.open(FILE, null));
        assertThat(file.start()).isEqualTo(NOTHING);
        Checkpoint end = write(file, blocks);
        assertThat(end).isEqualTo(new Checkpoint(3, expected.length, "", end.digest()));
        assertThat(of(sink.committed(FILE.name(), expected.length))).isEmpty();
        StoredFile stored = of(file.commit());

        assertThat(stored).isEqualTo(new StoredFile(FILE.name(), expected.length, Sources.sha256(expected)));
        assertThat(of(sink.committed(FILE.name(), expected.length)))
                .hasValueSatisfying(path -> assertThat(path).hasBinaryContent(expected));
        assertThat(files()).containsExactly("job-1/data/a.csv");
        assertThat(sink.bytes()).isEqualTo(expected.length);
    }

    @Test
    void whetherAFileIsThereIsKnown() throws IOException {
        DiskSink sink = sink(1 << 30);
        assertThat(of(sink.holds(FILE.name(), 0))).isFalse();
        StagedFile file = of(sink.open(FILE, null));
        write(file, Sources.megabytes(2));
        assertThat(of(sink.holds(FILE.name(), 2_000_000))).isFalse();
        of(file.commit());

        assertThat(of(sink.holds(FILE.name(), 2_000_000))).isTrue();
        assertThat(of(sink.holds(FILE.name(), 1_999_999))).isFalse();
        assertThat(of(sink.holds("job-1/data", 0))).isFalse();
        Files.delete(dir.resolve("files/job-1/data/a.csv"));
        assertThat(of(sink.holds(FILE.name(), 2_000_000))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> sink.holds("../jobs/lock", 0));
    }

    @Test
    void aFileWithoutBytesIsAFile() throws IOException {
        StoredFile stored = store(sink(1 << 30), FILE, new TestBlocks(2, block -> 0));

        assertThat(stored.bytes()).isZero();
        assertThat(stored.sha256()).isEqualTo(Sources.sha256(new byte[0]));
        assertThat(files()).containsExactly("job-1/data/a.csv");
    }

    @Test
    void anotherProcessGoesOnAtTheCheckpoint() throws IOException {
        TestBlocks blocks = Sources.megabytes(200);
        StagedFile first = of(sink(1 << 30).open(FILE, null));
        AssertSubscriber<Checkpoint> reader = first.write(blocks).subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        Checkpoint reached = reader.awaitNextItem(Duration.ofSeconds(30)).getLastItem();
        reader.cancel();
        await().until(() -> blocks.running.get() == 0);

        DiskSink next = sink(1 << 30);
        StagedFile file = of(next.open(FILE, reached));
        assertThat(file.start()).isEqualTo(reached);
        assertThat(reached.nextBlock()).isBetween(1L, 199L);
        assertThat(reached.bytes()).isEqualTo(reached.nextBlock() * 1_000_000);
        AssertSubscriber<Checkpoint> second = file.write(blocks).subscribe().withSubscriber(AssertSubscriber.create(1));
        Checkpoint further = second.awaitNextItem(Duration.ofSeconds(30)).getLastItem();
        second.cancel();
        assertThat(further.bytes()).isEqualTo(further.nextBlock() * 1_000_000).isGreaterThan(reached.bytes());
        await().until(() -> blocks.running.get() == 0);

        blocks.begun.set(0);
        next = sink(1 << 30);
        file = of(next.open(FILE, further));
        assertThat(file.start()).isEqualTo(further);
        write(file, blocks);
        assertThat(blocks.begun).as("blocks that are encoded").hasValue(200 - further.nextBlock());
        StoredFile stored = of(file.commit());

        byte[] expected = blocks.bytes(200);
        assertThat(stored.sha256()).isEqualTo(Sources.sha256(expected));
        assertThat(of(next.committed(FILE.name(), expected.length)))
                .hasValueSatisfying(path -> assertThat(path).hasBinaryContent(expected));
        assertThat(next.bytes()).isEqualTo(expected.length);
    }

    private static Checkpoint afterTheFirstMegabyte(DiskSink sink, BlockSource blocks) {
        StagedFile file = of(sink.open(FILE, null));
        Checkpoint first = of(file.write(new BlockRange(blocks, 0, 1)).collect().last());
        assertThat(first.digest()).hasSizeGreaterThanOrEqualTo(64);
        return first;
    }

    @Test
    void withoutTheStateOfItsDigestWhatIsSafeIsDigestedAgain() {
        TestBlocks blocks = Sources.megabytes(3);
        DiskSink sink = sink(1 << 30);
        Checkpoint reached = afterTheFirstMegabyte(sink, blocks);
        for (String unusable : List.of("", "nothing", "00".repeat(33))) {
            blocks.begun.set(0);
            StagedFile file = of(sink(1 << 30).open(FILE, new Checkpoint(1, reached.bytes(), "", unusable)));
            write(file, blocks);
            assertThat(blocks.begun).hasValue(3);
            assertThat(of(file.commit()).sha256()).isEqualTo(Sources.sha256(blocks.bytes(3)));
            sink = sink(1 << 30);
            of(sink.remove("job-1"));
            afterTheFirstMegabyte(sink, blocks);
        }
    }

    /** As the footer of Parquet is, which only a source knows that has made all groups. */
    @Test
    void aFileWhoseLastBlockNeedsTheOthersIsEncodedAgain() {
        TestBlocks blocks = new TestBlocks(3, block -> 10_000) {
            @Override
            public boolean needsOthers(long block) {
                return block == 2;
            }
        };
        Checkpoint reached = afterTheFirstMegabyte(sink(1 << 30), blocks);
        blocks.begun.set(0);

        StagedFile file = of(sink(1 << 30).open(FILE, reached));
        write(file, blocks);

        assertThat(blocks.begun).hasValue(3);
        assertThat(of(file.commit()).sha256()).isEqualTo(Sources.sha256(blocks.bytes(3)));
    }

    @Test
    void withoutEnoughOfTheFileItBeginsAnew() throws IOException {
        DiskSink sink = sink(1 << 30);
        TestBlocks blocks = Sources.megabytes(2);
        assertThat(of(sink.open(FILE, new Checkpoint(1, 1_000_000, "", ""))).start()).isEqualTo(NOTHING);

        Files.write(dir.resolve("files/job-1/data/.a.csv.part"), new byte[999_999]);
        sink = sink(1 << 30);
        StagedFile file = of(sink.open(FILE, new Checkpoint(1, 1_000_000, "", "")));
        assertThat(file.start()).isEqualTo(NOTHING);
        assertThat(sink.bytes()).isZero();
        write(file, blocks);
        assertThat(of(file.commit()).sha256()).isEqualTo(Sources.sha256(blocks.bytes(2)));
    }

    @Test
    void aCheckpointOfOtherBlocksIsRefused() {
        DiskSink sink = sink(1 << 30);
        StagedFile file = of(sink.open(FILE, null));
        write(file, Sources.megabytes(2));

        StagedFile changed = of(sink.open(FILE, new Checkpoint(1, 1_000_001, "", "")));
        assertFails(changed, Sources.megabytes(2), Kind.DIFFERENT, "1000000 bytes now");
        StagedFile shorter = of(sink.open(FILE, new Checkpoint(1, 1_000_000, "", "")));
        assertFails(shorter, new TestBlocks(0, block -> 0), Kind.DIFFERENT, "only 0 blocks");
    }

    private static void assertFails(StagedFile file, BlockSource blocks, Kind kind, String sentence) {
        assertThatThrownBy(() -> write(file, blocks)).asInstanceOf(type(SinkException.class))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind)).extracting(Throwable::getMessage)
                .asString().contains(sentence);
    }

    @Test
    void beyondTheQuotaAFileFailsAndLeavesNothing() throws IOException {
        DiskSink sink = sink(5_000_000);
        store(sink, new FileTarget("job-0/b.csv", "text/csv"), Sources.megabytes(2));

        StagedFile file = of(sink.open(FILE, null));
        assertFails(file, Sources.megabytes(4), Kind.FULL, "of the 5000000 bytes");
        assertThat(files()).containsExactly("job-0/b.csv", "job-1/data/.a.csv.part");
        of(file.discard());

        assertThat(files()).containsExactly("job-0/b.csv");
        assertThat(dir.resolve("files/job-1")).doesNotExist();
        assertThat(sink.bytes()).isEqualTo(2_000_000);
        assertThat(store(sink, FILE, Sources.megabytes(3)).bytes()).isEqualTo(3_000_000);
        // It takes the place of what was there, which counts no more.
        of(sink.remove("job-0"));
        store(sink, FILE, Sources.megabytes(2));
        assertThat(sink.bytes()).isEqualTo(2_000_000);
        of(sink.remove("job-1"));
        of(sink.remove("job-1"));
        assertThat(sink.bytes()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void aFullDiskIsSaidAndNothingIsLeft() throws IOException {
        DiskSink sink = sink(part -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE));
        StagedFile file = of(sink.open(FILE, null));
        assertFails(file, Sources.megabytes(1), Kind.FULL, "the disk is full");
        of(file.discard());

        assertThat(files()).isEmpty();
        assertThat(sink.bytes()).isZero();
    }

    @Test
    void aFolderThatIsNotOursIsSaid() {
        DiskSink sink = sink(part -> {
            throw new AccessDeniedException(part.toString());
        });
        assertFails(of(sink.open(FILE, null)), Sources.megabytes(1), Kind.DENIED, "may not write");
    }

    @Test
    void whatEarlierProcessesLeftCounts() throws IOException {
        store(sink(1 << 30), FILE, Sources.megabytes(2));

        DiskSink next = sink(3_000_000);
        of(next.count());
        assertThat(next.bytes()).isEqualTo(2_000_000);
        assertFails(of(next.open(new FileTarget("job-2/b.csv", "text/csv"), null)), Sources.megabytes(2), Kind.FULL,
                "of the 3000000 bytes");
    }

    @Test
    void theRoomIsWhatIsLeftOfTheQuotaAndOfTheDisk() throws IOException {
        DiskSink sink = sink(5_000_000);
        store(sink, FILE, Sources.megabytes(2));
        assertThat(of(sink.room())).isEqualTo(new Room(3_000_000, Long.MAX_VALUE));
        assertThat(of(sink(2_000_000).room()).all()).isZero();
        assertThat(of(sink(Long.MAX_VALUE).room()).all()).isPositive()
                .isLessThanOrEqualTo(Files.getFileStore(dir).getTotalSpace());
        assertThat(sink.location(FILE.name())).isEmpty();
    }

    @Test
    void linksLeadNowhere() throws IOException {
        DiskSink sink = sink(1 << 30);
        Path outside = Files.createDirectories(dir.resolve("outside"));
        Files.writeString(outside.resolve("secret.csv"), "secret");
        Files.createDirectories(dir.resolve("files"));
        Files.createSymbolicLink(dir.resolve("files/job-1"), outside);
        Files.createSymbolicLink(dir.resolve("files/link.csv"), outside.resolve("secret.csv"));

        assertThat(of(sink.committed("job-1/secret.csv", 6))).isEmpty();
        assertThat(of(sink.committed("link.csv", 6))).isEmpty();
        assertThat(of(sink.committed("../outside/secret.csv", 6))).isEmpty();
        assertThatThrownBy(() -> of(sink.open(new FileTarget("job-1/new.csv", "text/csv"), null)))
                .isInstanceOf(SinkException.class);
        of(sink.remove("job-1"));
        assertThat(dir.resolve("files/job-1")).doesNotExist();
        assertThat(outside.resolve("secret.csv")).hasContent("secret");
        assertThat(outside.resolve("new.csv")).doesNotExist();
        assertThat(sink.bytes()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> sink.remove(".."));
        assertThatIllegalArgumentException().isThrownBy(() -> sink.remove(""));
    }

    @Test
    void whatIsOldGoesAsAWholeAndWhatIsBeingWrittenStays() throws IOException {
        DiskSink sink = sink(1 << 30);
        for (String name : List.of("old/a.csv", "old/b/c.csv", "mixed/a.csv", "mixed/b.csv", "open/a.csv")) {
            store(sink, new FileTarget(name, "text/csv"), Sources.megabytes(1));
        }
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        for (String name : files()) {
            Files.setLastModifiedTime(dir.resolve("files").resolve(name), FileTime.from(now.minus(Duration.ofDays(8))));
        }
        Files.setLastModifiedTime(dir.resolve("files/mixed/b.csv"), FileTime.from(now.minus(Duration.ofDays(6))));
        AssertSubscriber<Checkpoint> writing = of(sink.open(new FileTarget("open/b.csv", "text/csv"), null))
                .write(Sources.megabytes(100)).subscribe().withSubscriber(AssertSubscriber.create(1));
        writing.awaitNextItem(Duration.ofSeconds(30));
        Files.setLastModifiedTime(dir.resolve("files/open/.b.csv.part"), FileTime.from(now.minus(Duration.ofDays(8))));

        assertThat(of(sink.sweep(now))).containsExactly("old");
        writing.cancel();

        assertThat(files()).containsExactly("mixed/a.csv", "mixed/b.csv", "open/.b.csv.part", "open/a.csv");
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheirVariable() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DiskSettings(dir, 1 << 19, Duration.ofDays(1)))
                .withMessageContaining("DATA_QUOTA must be at least 1M");
        assertThatIllegalArgumentException().isThrownBy(() -> new DiskSettings(dir, 1 << 20, Duration.ofSeconds(59)))
                .withMessageContaining("DATA_MAX_AGE must be at least 1m");
    }
}
