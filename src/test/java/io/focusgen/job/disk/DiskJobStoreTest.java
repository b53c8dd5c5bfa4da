package io.focusgen.job.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.job.Added.Outcome;
import io.focusgen.job.Job;
import io.focusgen.job.JobProgress;
import io.focusgen.job.JobSettings;
import io.focusgen.job.JobStatus;
import io.focusgen.job.JobStore;
import io.focusgen.job.JobStoreContract;
import io.focusgen.job.JobsUnavailableException;
import io.focusgen.job.LentJob;
import io.focusgen.job.Standing;
import io.focusgen.sink.Checkpoint;

class DiskJobStoreTest extends JobStoreContract {

    @TempDir
    @Nullable
    Path temporary;

    private @Nullable DiskJobStore store;

    @BeforeEach
    void open() {
        store = get(DiskJobStore.open(folder(), SETTINGS));
    }

    @AfterEach
    void close() throws IOException {
        disk().close();
    }

    private Path folder() {
        return Objects.requireNonNull(temporary).resolve("jobs");
    }

    private DiskJobStore disk() {
        return Objects.requireNonNull(store);
    }

    @Override
    protected JobStore store() {
        return disk();
    }

    private void again() throws IOException {
        close();
        open();
    }

    @Test
    void everythingIsThereAfterARestart() throws IOException {
        Job queued = added("me", "key");
        Job other = added("you", null);
        LentJob lent = claimed();
        Job further = lent.job().with(JobProgress.NONE.at(new Checkpoint(5, 500, "x", ""), 50));
        get(disk().save(lent.lease(), further));

        again();

        assertThat(get(store().find(queued.id()))).contains(further);
        assertThat(get(store().find(other.id()))).contains(other);
        assertThat(get(store().add(job("me"), "key")).outcome()).isEqualTo(Outcome.EARLIER);
        assertThat(claimed().job()).isEqualTo(further);
        assertThat(claimed().job().id()).isEqualTo(other.id());
    }

    @Test
    void aSecondProcessIsToldSo() {
        assertThatThrownBy(() -> get(DiskJobStore.open(folder(), SETTINGS)))
                .isInstanceOf(JobsUnavailableException.class).hasMessageContaining("DATA_DIR of its own");
    }

    @Test
    void whatAKilledProcessLeftIsNoJob() throws IOException {
        Job job = added("me", null);
        close();
        Files.writeString(folder().resolve("AAAAAAAAAAAAAAAAAAAAAA.part"), "{\"job\":{\"id\"");

        open();

        assertThat(get(store().list("me", 10))).containsExactly(job);
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("lock",
                    "reserve", job.id() + ".json");
        }
    }

    @Test
    void aDamagedFileIsPutAsideAndTheOthersGoOn() throws IOException {
        Job job = added("me", null);
        Job damaged = added("me", null);
        close();
        Path file = folder().resolve(damaged.id() + ".json");
        Files.writeString(file, "{\"job\":{\"id\":7");

        open();

        assertThat(get(store().list("me", 10))).containsExactly(job);
        assertThat(folder().resolve(damaged.id() + ".json.broken")).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndChangesNothing() throws IOException {
        Job job = added("me", null);
        Files.createDirectory(folder().resolve(job.id() + ".part"));

        assertThatThrownBy(() -> get(store().claim())).isInstanceOf(JobsUnavailableException.class);

        assertThat(get(store().find(job.id())).orElseThrow().status()).isEqualTo(JobStatus.QUEUED);
        Files.delete(folder().resolve(job.id() + ".part"));
        assertThat(claimed().job().id()).isEqualTo(job.id());
    }

    @Test
    void endedJobsAreForgottenInTime() throws IOException {
        close();
        store = get(DiskJobStore.open(folder(), new JobSettings(3, 1, Duration.ofMinutes(1), LEASE, 10)));
        Job old = added("me", null);
        LentJob lent = claimed();
        get(store().save(lent.lease(), lent.job().completed(Instant.now().minusSeconds(61))));
        Job young = added("me", null);

        assertThat(get(store().find(old.id()))).isEmpty();
        assertThat(get(store().find(young.id()))).isPresent();
        assertThat(folder().resolve(old.id() + ".json")).doesNotExist();
    }

    @Test
    void afterItsEndItSaysThatTheServiceIsStopping() throws IOException {
        close();

        assertThatThrownBy(() -> get(store().claim())).isInstanceOf(JobsUnavailableException.class)
                .hasMessageContaining("stopping");
    }

    private void removeFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder());
    }

    @Test
    void aFolderThatIsRemovedIsMadeAgainWithTheNextJobAndItsJobsAreForgotten() throws IOException {
        Job queued = added("me", null);
        LentJob lent = claimed();
        removeFolder();

        assertThatThrownBy(() -> get(store().counts())).isInstanceOf(JobsUnavailableException.class)
                .hasMessageContaining("removed");
        assertThat(get(store().find(queued.id()))).isEmpty();
        assertThat(get(store().renew(lent.lease()))).isEqualTo(Standing.GONE);
        assertThat(get(store().save(lent.lease(), lent.job()))).isEqualTo(Standing.GONE);
        assertThat(folder()).doesNotExist();
        Job next = added("me", null);

        assertThat(claimed().job().id()).isEqualTo(next.id());
        assertThat(get(store().counts()).get(JobStatus.RUNNING)).isEqualTo(1);
        assertThatThrownBy(() -> get(DiskJobStore.open(folder(), SETTINGS))).as("the lock is held again")
                .isInstanceOf(JobsUnavailableException.class);
        again();
        assertThat(get(store().list("me", 10))).extracting(Job::id).containsExactly(next.id());
    }

    @Test
    void aLockThatIsRemovedIsTakenAgainAndNoJobIsLost() throws IOException {
        Job queued = added("me", null);
        Files.delete(folder().resolve("lock"));

        assertThat(get(store().find(queued.id()))).contains(queued);
        assertThat(folder().resolve("lock")).exists();
    }
}
