package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.focusgen.sink.Checkpoint;

class JobJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00.123Z");
    private static final JobOrder ORDER = new JobOrder("provider=aws&rows=100", "ab".repeat(32), "disk", "1.0", 100,
            70_000);

    @Test
    void aNewJobComesBackAsItWas() {
        Job job = Job.queued("127.0.0.1", ORDER, NOW, null);

        assertThat(JobJson.read(JobJson.write(job))).isEqualTo(job);
    }

    @Test
    void aJobWithEverythingComesBackAsItWas() {
        JobFile file = new JobFile("a.csv", "text/csv", 60L, 6_000, "cd".repeat(32), "/api/v1/x?y");
        JobFile sheet = new JobFile("truth/waste.csv", "text/csv", null, 10, "ef".repeat(32), "/api/v1/x?z");
        JobProgress progress = JobProgress.NONE.and(file).and(sheet)
                .at(new Checkpoint(7, 99, "upload", "ab".repeat(70)), 30);
        Job job = Job.queued("me", ORDER, NOW, Webhook.to("https://example.org/")).running(NOW).with(progress)
                .unwanted();

        assertThat(JobJson.read(JobJson.write(job))).isEqualTo(job);
        assertThat(progress.rows()).isEqualTo(90);
        assertThat(progress.bytes()).isEqualTo(6_109);
        assertThat(JobJson.read(JobJson.write(job.failed("It broke.", NOW))).failure()).isEqualTo("It broke.");
    }

    @Test
    void membersOfLaterVersionsArePassedOver() {
        Job job = Job.queued("me", ORDER, NOW, null);
        String later = JobJson.write(job).replaceFirst("\\{", "{\"colour\":{\"r\":1},");

        assertThat(JobJson.read(later)).isEqualTo(job);
    }

    @Test
    void anEarlierReleaseStoredNoDigest() {
        Job job = Job.queued("me", ORDER, NOW, null).running(NOW)
                .with(JobProgress.NONE.at(new Checkpoint(7, 99, "upload", ""), 30));
        String earlier = JobJson.write(job).replace(",\"digest\":\"\"", "");

        assertThat(earlier).contains("\"token\":\"upload\"}");
        assertThat(JobJson.read(earlier)).isEqualTo(job);
    }

    @Test
    void whatIsNoJobIsRefused() {
        for (String text : List.of("", "{", "[]", "null", "{}", "{\"id\":\"../../etc\"}")) {
            assertThatThrownBy(() -> JobJson.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aCheckpointBeforeTheBeginningIsRefused() {
        String text = JobJson.write(Job.queued("me", ORDER, NOW, null).running(NOW)
                .with(JobProgress.NONE.at(new Checkpoint(7, 99, "upload", ""), 30)));

        for (String tampered : List.of(text.replace("\"nextBlock\":7", "\"nextBlock\":-7"),
                text.replace("\"bytes\":99", "\"bytes\":-1"))) {
            assertThat(tampered).isNotEqualTo(text);
            assertThatThrownBy(() -> JobJson.read(tampered)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least 0");
        }
    }

    @Test
    void idsAreRandomAndSafeInPaths() {
        String id = Job.queued("me", ORDER, NOW, null).id();

        assertThat(Job.isId(id)).isTrue();
        assertThat(Job.queued("me", ORDER, NOW, null).id()).isNotEqualTo(id);
        assertThat(Job.isId(id + "/")).isFalse();
        assertThat(Job.isId("..")).isFalse();
    }
}
