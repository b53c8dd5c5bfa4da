package io.focusgen.sink.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;
import io.focusgen.sink.Sources;
import io.focusgen.sink.StagedFile;
import io.focusgen.stream.Streams;
import io.focusgen.stream.TestBlocks;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

class PartSizesTest {

    /** Two parts of at least 1.5 MB, then three of at least 2.5. */
    private static final List<PartSize> SMALL = List.of(new PartSize(1_500_000, 2), new PartSize(2_500_000, 5));

    private final Streams streams = Sources.streams();
    private final ExecutorService worker = Executors.newFixedThreadPool(2);

    @AfterEach
    void close() {
        streams.close();
        worker.shutdownNow();
    }

    private StagedFile open(S3Calls calls, long memory, List<PartSize> sizes) {
        S3Links links = new S3Links() {
            @Override
            public URI link(String name, Duration validity) {
                return URI.create("https://s3.example.com/" + name);
            }

            @Override
            public URI location(String name) {
                return URI.create("s3://bucket/" + name);
            }
        };
        return new S3Sink(calls, links, streams, worker, memory, sizes)
                .open(new FileTarget("a.csv", "text/csv"), null).await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void anObjectOfTenThousandPartsHasAlmostHalfATebibyte() {
        assertThat(PartSize.GROWING.get(PartSize.GROWING.size() - 1).lastPart()).isEqualTo(10_000);
        assertThat(PartSize.all(PartSize.GROWING) >> 30).isEqualTo(492);
    }

    @Test
    void partsTakeAnEighthOfTheHeapOrOneAtATime() {
        assertThat(PartSize.GROWING).extracting(size -> size.atOnce(32 << 20)).containsExactly(4, 2, 1, 1);
        assertThat(PartSize.GROWING).extracting(size -> size.atOnce(1L << 30)).containsExactly(4, 4, 4, 4);
        assertThat(PartSize.GROWING).extracting(size -> size.atOnce(1 << 20)).containsExactly(1, 1, 1, 1);
    }

    @Test
    void aHeapHasToHoldTwoPartsAndTwiceTheBlocksInFlight() {
        long around = 32 + 2 * 4 * 4 + 2 * 4;
        assertThat(PartSize.GROWING).extracting(size -> size.leastHeap(4) >> 20)
                .containsExactly(around + 2 * 8, around + 2 * 16, around + 2 * 32, around + 2 * 64);
    }

    @Test
    void aHeapWithoutRoomForLargerPartsHasTenThousandOfThoseThatFit() {
        PartSize first = new PartSize(8 << 20, 10_000);
        assertThat(PartSize.fitting(4, 1 << 20)).containsExactly(first);
        assertThat(PartSize.fitting(4, 96L << 20)).containsExactly(first);
        assertThat(PartSize.all(PartSize.fitting(4, 96L << 20))).isEqualTo(83_886_080_000L);
        assertThat(PartSize.fitting(4, 104L << 20))
                .containsExactly(new PartSize(8 << 20, 1_000), new PartSize(16 << 20, 10_000));
        assertThat(PartSize.fitting(4, (200L << 20) - 1)).hasSize(3);
        assertThat(PartSize.fitting(4, 200L << 20)).isEqualTo(PartSize.GROWING);
    }

    @Test
    void laterPartsAreLargerAndAllAreWholeBlocks() {
        RememberingS3Calls calls = new RememberingS3Calls(true);
        Checkpoint end = open(calls, 1 << 20, SMALL).write(Sources.megabytes(12)).collect().last().await()
                .atMost(Duration.ofSeconds(30));

        assertThat(calls.parts).containsExactly(2_000_000L, 2_000_000L, 3_000_000L, 3_000_000L, 2_000_000L);
        assertThat(end.nextBlock()).isEqualTo(12);
        assertThat(end.bytes()).isEqualTo(12_000_000);
    }

    @Test
    void exactlyAllPartsAreEnoughAndAByteMoreIsTooMuch() {
        RememberingS3Calls exact = new RememberingS3Calls(true);
        open(exact, 1 << 20, SMALL).write(Sources.megabytes(13)).collect().last().await()
                .atMost(Duration.ofSeconds(30));
        assertThat(exact.parts).hasSize(5);

        StagedFile tooLarge = open(new RememberingS3Calls(true), 1 << 20, SMALL);
        SinkException failure = catchThrowableOfType(SinkException.class, () -> tooLarge.write(Sources.megabytes(14))
                .collect().last().await().atMost(Duration.ofSeconds(30)));
        assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(failure).hasMessageContaining("parts of an S3 object").hasMessageContaining("a larger heap");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotGivenMoreThanFits() {
        RememberingS3Calls silent = new RememberingS3Calls(false);
        TestBlocks blocks = Sources.megabytes(100);
        AssertSubscriber<Checkpoint> reader = open(silent, 2_000_000, List.of(new PartSize(1_000_000, 10_000)))
                .write(blocks).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));

        await().until(() -> silent.parts.size() == 2);
        await().during(Duration.ofMillis(300)).until(() -> blocks.running.get() == 0);
        // Two parts of a block each, eight items that wait for the digest, four blocks in flight.
        assertThat(silent.parts).hasSize(2);
        assertThat(blocks.begun.get()).isLessThanOrEqualTo(2 + 1 + 4 + 1);
        reader.cancel();
    }
}
