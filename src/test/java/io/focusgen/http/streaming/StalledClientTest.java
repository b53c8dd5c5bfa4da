package io.focusgen.http.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.focusgen.http.RawConnection;
import io.focusgen.http.streaming.StreamOutcomes.End;
import io.focusgen.stream.TestBlocks;
import io.focusgen.testing.SeveralSettings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SeveralSettings.class)
@Timeout(60)
class StalledClientTest {

    /** As the profile has it. */
    private static final Duration STALLED = Duration.ofSeconds(1);

    @TestHTTPResource("/test-streams")
    URI uri;

    @Inject
    RecordedOutcomes outcomes;

    @BeforeEach
    void forgetOutcomes() {
        outcomes.ended.clear();
    }

    @Test
    void aClientThatTakesNothingIsCutOffAndTheWorkStops() throws Exception {
        TestBlocks source = StreamedTestResource.complete(1_000_000);
        StreamedTestResource.source = source;
        try (RawConnection connection = new RawConnection(uri)) {
            connection.send("GET /test-streams HTTP/1.1").read(1_000_000);

            outcomes.waited.set(0);

            await().until(() -> !outcomes.ended.isEmpty());

            assertThat(outcomes.waited.get()).as("the wait that ended so").isGreaterThan(STALLED.toNanos() / 2);
            assertThat(outcomes.ended).singleElement().extracting(RecordedOutcomes.Ended::end).isEqualTo(End.STALLED);
            assertThat(connection.readToEnd().reset()).isTrue();
            assertThat(source.running).hasValue(0);
        }
    }

    @Test
    void aSourceThatTakesLongIsNotAStalledClient() throws Exception {
        StreamedTestResource.source = new TestBlocks(3, block -> 1_000) {
            @Override
            protected void beforeRow(long block, int row) {
                if (block == 1 && row == 0) {
                    LockSupport.parkNanos(2_500_000_000L);
                }
            }
        };
        try (RawConnection connection = new RawConnection(uri)) {
            connection.send("GET /test-streams HTTP/1.1").readToLastChunk();
        }
        await().until(() -> !outcomes.ended.isEmpty());

        assertThat(outcomes.ended).containsExactly(new RecordedOutcomes.Ended(End.COMPLETED, 300_000));
    }
}
