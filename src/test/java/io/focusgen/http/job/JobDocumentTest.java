package io.focusgen.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.focusgen.job.Job;
import io.focusgen.job.JobFile;
import io.focusgen.job.JobOrder;
import io.focusgen.job.JobProgress;
import io.focusgen.sink.Checkpoint;

class JobDocumentTest {

    private static final JobOrder ORDER = new JobOrder("rows=1000&format=csv&layout=monthly&parts=1", "a".repeat(64),
            "disk", "1", 1_000, 30_000);

    /** Asked for years ago, so that any time in which nobody worked would be seen. */
    private static final Job JOB = Job.queued("me", ORDER, Instant.EPOCH, null).running(Instant.EPOCH);

    @Test
    void theSpeedIsThatOfTheTimeAtWork() {
        JobFile file = new JobFile("a.csv", "text/csv", 200L, 30_000, "b".repeat(64), "/a");
        JobDocument document = JobDocument.brief(
                JOB.with(JobProgress.NONE.and(file).at(new Checkpoint(5, 10_000, "", ""), 50).after(4_000)), null);

        assertThat(document.bytes()).isEqualTo(40_000);
        assertThat(document.rate()).isEqualTo(10_000);
        assertThat(document.remaining()).isEqualTo(12);
    }

    @Test
    void whatCannotBeKnownIsLeftOut() {
        assertThat(JobDocument.brief(JOB, null).rate()).isNull();
        assertThat(JobDocument.brief(JOB, null).remaining()).isNull();
        assertThat(JobDocument.brief(JOB.with(JobProgress.NONE.after(5_000)), null).rate()).isNull();
        JobFile file = new JobFile("a.csv", "text/csv", 1_000L, 30_000, "b".repeat(64), "/a");
        JobDocument ended = JobDocument.brief(
                JOB.with(JobProgress.NONE.and(file).after(3_000)).completed(Instant.EPOCH), null);
        assertThat(ended.rate()).isEqualTo(10_000);
        assertThat(ended.remaining()).isNull();
    }
}
