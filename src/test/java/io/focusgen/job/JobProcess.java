package io.focusgen.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.focusgen.job.disk.DiskJobStore;
import io.focusgen.sink.Sources;
import io.focusgen.sink.disk.DiskSettings;
import io.focusgen.sink.disk.DiskSink;

/** Works at the jobs in a folder until it is killed: a process for tests that kill it. */
final class JobProcess {

    static final JobSettings SETTINGS = new JobSettings(10, 1, Duration.ofDays(7), Duration.ofSeconds(15), 10);

    private JobProcess() {
    }

    /** @param args the folder */
    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        ExecutorService worker = Executors.newFixedThreadPool(4);
        DiskSink sink = new DiskSink(new DiskSettings(folder.resolve("files"), 4L << 30, Duration.ofDays(7)),
                Sources.streams(), worker);
        DiskJobStore store = DiskJobStore.open(folder.resolve("jobs"), SETTINGS).await().indefinitely();
        new JobRunner(store, order -> sink, new BundlePlanner(), worker, SETTINGS, job -> {
        }).start();
        new CountDownLatch(1).await();
    }
}
