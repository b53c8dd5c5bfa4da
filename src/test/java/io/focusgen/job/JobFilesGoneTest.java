package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

/** Files of a job that are not there any more when it goes on. */
class JobFilesGoneTest extends RunnersUnderTest {

    @Test
    void whereverAProcessIsCutOffTheNextGoesOnToTheSameFiles() throws IOException {
        cutOffEverywhere(false);
    }

    @Test
    void whatIsGoneWhenAJobIsGoneOnWithIsWrittenAgain() throws IOException {
        cutOffEverywhere(true);
    }

    private void cutOffEverywhere(boolean removing) throws IOException {
        SlowPlan plan = new SlowPlan(2, 5, AT_ONCE);
        JobRunner first = runner(store, plan);
        Map<String, String> undisturbed = files(atItsEnd(added()));
        get(first.stop());

        for (int saves = 0;; saves++) {
            BreakableStore cutOff = new BreakableStore(store, saves);
            Job job = added();
            JobRunner dying = runner(cutOff, plan);
            await().atMost(TIMEOUT).until(() -> cutOff.isCut() || now(job).status().ended());
            if (now(job).status().ended()) {
                assertThat(saves).as("moments at which it was cut off").isGreaterThanOrEqualTo(4);
                return;
            }
            assertThat(files(job).keySet()).as("what is told is there").containsAll(told(now(job)).keySet());
            if (removing) {
                get(dying.stop());
                get(sink.remove(job.id()));
                assertThat(files(job)).isEmpty();
            }
            JobRunner next = runner(store, plan);

            Job whole = atItsEnd(job);

            assertThat(whole.status()).as("cut off before save %d", saves).isEqualTo(JobStatus.COMPLETED);
            assertThat(files(job)).isEqualTo(undisturbed).isEqualTo(told(whole));
            get(next.stop());
            get(dying.stop());
        }
    }

    @Test
    void aFileThatIsRemovedWhileTheJobWaitsIsWrittenAgainAndTheOthersAreLeft() throws Exception {
        CountDownLatch middle = new CountDownLatch(1);
        Job job = added();
        JobRunner first = runner(store, new SlowPlan(3, 300, (file, block) -> {
            if (file == 2) {
                Thread.sleep(5);
            }
            if (file == 2 && block > 20) {
                middle.countDown();
            }
        }));
        middle.await();
        get(first.stop());
        Map<String, String> before = told(now(job));
        Path folder = dir.resolve("files").resolve(job.id());
        FileTime left = Files.getLastModifiedTime(folder.resolve("part/1.csv"));
        Files.delete(folder.resolve("part/0.csv"));

        runner(store, new SlowPlan(3, 300, AT_ONCE));
        Job whole = atItsEnd(job);

        assertThat(whole.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(files(job)).isEqualTo(told(whole)).hasSize(4).containsAllEntriesOf(before);
        assertThat(whole.progress().bytes())
                .isEqualTo(whole.progress().files().stream().mapToLong(JobFile::bytes).sum());
        assertThat(Files.getLastModifiedTime(folder.resolve("part/1.csv"))).isEqualTo(left);
    }

    @Test
    void aFileThatIsRemovedOrCutShortWhileTheJobIsWrittenIsWrittenAgain() throws IOException {
        AtomicBoolean once = new AtomicBoolean(true);
        Job job = added();
        Path folder = dir.resolve("files").resolve(job.id());
        runner(store, new SlowPlan(3, 5, (file, block) -> {
            if (file == 2 && once.getAndSet(false)) {
                changed(() -> {
                    Files.delete(folder.resolve("part/0.csv"));
                    Files.writeString(folder.resolve("part/1.csv"), "short");
                });
            }
        }));

        Job whole = atItsEnd(job);

        assertThat(once).isFalse();
        assertThat(whole.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(files(job)).isEqualTo(told(whole)).hasSize(4);
    }

    @Test
    void whereFilesAreRemovedAsOftenAsTheyAreWrittenTheJobFails() throws IOException {
        Job job = added();
        Path gone = dir.resolve("files").resolve(job.id()).resolve("part/0.csv");
        runner(store, order -> new ForgetfulSink(sink, job.id() + "/part/0.csv"),
                order -> new SlowPlan(2, 5, AT_ONCE));

        Job failed = atItsEnd(job);

        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.failure()).startsWith("Files of the job are removed by somebody else");
        assertThat(failed.progress().files()).isEmpty();
        assertThat(gone).doesNotExist();
        assertThat(files(job)).isEmpty();
    }

    /** Something that is done to files. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private static void changed(Change change) {
        try {
            change.make();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
