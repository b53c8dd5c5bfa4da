package io.focusgen.job.disk;

import java.io.IOException;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.focusgen.job.JobConfig;
import io.focusgen.job.JobSettings;
import io.focusgen.job.JobStore;
import io.focusgen.job.JobStoreProvider;
import io.focusgen.sink.disk.DiskConfig;
import io.smallrye.mutiny.Uni;

/** The store that needs no configuration: {@code jobs} in {@code DATA_DIR}. */
@Singleton
public class DiskJobs implements JobStoreProvider {

    private final DiskConfig disk;
    private final JobConfig jobs;
    private volatile @Nullable DiskJobStore store;

    DiskJobs(DiskConfig disk, JobConfig jobs) {
        this.disk = disk;
        this.jobs = jobs;
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public Uni<? extends JobStore> open() {
        return DiskJobStore
                .open(disk.dir().toAbsolutePath().normalize().resolve("jobs"), JobSettings.of(jobs))
                .invoke(opened -> store = opened);
    }

    @PreDestroy
    void close() throws IOException {
        DiskJobStore opened = store;
        if (opened != null) {
            opened.close();
        }
    }
}
