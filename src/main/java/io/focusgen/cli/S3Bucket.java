package io.focusgen.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.focusgen.sink.FileTarget;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.StagedFile;
import io.focusgen.sink.StoredFile;
import io.focusgen.sink.s3.S3Access;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.StreamSettings;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;

/**
 * A bucket, in which objects appear when they are whole. The thread that waits for the bucket is the one of the command,
 * which has nothing else to do.
 */
final class S3Bucket implements AutoCloseable {

    /** For the bucket to forget what was sent, when somebody ends the process. */
    private static final long SECONDS_TO_DISCARD = 20;

    private static final int UNCOUNTED = 16;

    private final ExecutorService worker;
    private final Streams streams;
    private final S3Access access;
    private final S3Sentence sentence;

    /**
     * Connects to nothing yet.
     *
     * @param address whose bucket is meant
     * @param environment variables that say how the bucket is reached
     * @throws IOException with a sentence, where a variable makes no sense
     */
    S3Bucket(URI address, Map<String, String> environment) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        worker = Executors.newFixedThreadPool(cores, S3Bucket::daemon);
        streams = new Streams(StreamSettings.forCores(cores));
        try {
            access = S3Access.of(address, environment, streams, worker);
        } catch (IllegalArgumentException wrong) {
            streams.close();
            worker.shutdown();
            throw new IOException(wrong.getMessage(), wrong);
        }
        sentence = new S3Sentence(access.place(), access.region());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "s3");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Writes a file and makes it visible, or leaves nothing of it behind.
     *
     * @throws IOException with a sentence for who typed the address
     */
    StoredFile write(FileTarget target, BlockSource blocks, Watcher watcher) throws IOException {
        Optional<String> small = tooSmall();
        if (small.isPresent()) {
            throw new IOException(small.get());
        }
        StagedFile file = result(access.sink().open(target, null));
        CompletableFuture<Void> sent = file.write(blocks)
                .onItem().invoke(reached -> watcher.written(reached.nextBlock(), reached.bytes()))
                .onItem().ignoreAsUni().subscribeAsCompletionStage();
        Thread onInterrupt = new Thread(() -> interrupted(file, sent), "discard-upload");
        Interrupts.remember(onInterrupt);
        boolean committed = false;
        try {
            result(sent);
            StoredFile stored = result(file.commit());
            committed = true;
            return stored;
        } finally {
            if (!Interrupts.forget(onInterrupt)) {
                join(onInterrupt);
            } else if (!committed) {
                // For whoever comes behind; that it failed is told where nothing else is to be told.
                result(file.discard().onFailure(SinkException.class).recoverWithUni(Uni.createFrom().voidItem()));
            }
        }
    }

    /**
     * Looks at the heap before it is too late: where it is full, it may be a thread of the SDK that fails, and whoever waits for
     * that is never told.
     *
     * @return a sentence where it is too small
     */
    private Optional<String> tooSmall() {
        long heap = Runtime.getRuntime().maxMemory();
        long least = access.leastHeap();
        // Some collectors do not count a space of theirs.
        return heap + heap / UNCOUNTED >= least
                ? Optional.empty()
                : Optional.of("the heap of the JVM is " + mebibytes(heap) + " MiB, and an upload needs "
                        + mebibytes(least) + " MiB: give it as many with -Xmx" + mebibytes(least) + "m, or more");
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }

    /**
     * Removes a file, where there is one.
     *
     * @throws IOException with a sentence for who typed the address
     */
    void remove(String name) throws IOException {
        result(access.remove(name));
    }

    /**
     * The names of all files that begin so.
     *
     * @throws IOException with a sentence for who typed the address
     */
    List<String> list(String beginning) throws IOException {
        return result(access.list(beginning));
    }

    /**
     * Whether a file of that name and size is there.
     *
     * @throws IOException with a sentence for who typed the address
     */
    boolean holds(String name, long bytes) throws IOException {
        return result(access.sink().holds(name, bytes));
    }

    /** Whoever closed the connection before would keep it from discarding. */
    private static void join(Thread discarding) throws IOException {
        try {
            discarding.join();
        } catch (InterruptedException interrupted) {
            throw new IOException("interrupted", interrupted);
        }
    }

    private static void interrupted(StagedFile file, CompletableFuture<Void> sent) {
        sent.cancel(true);
        try {
            file.discard().subscribeAsCompletionStage().get(SECONDS_TO_DISCARD, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException left) {
            throw new IllegalStateException("the upload could not be discarded", left);
        }
    }

    private <T> T result(Uni<T> outcome) throws IOException {
        return result(outcome.subscribeAsCompletionStage());
    }

    private <T> T result(CompletableFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException | CancellationException interrupted) {
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof SinkException refused) {
                throw new IOException(sentence.of(refused), refused);
            }
            if (cause instanceof OutOfMemoryError) {
                throw new IOException("the heap of the JVM, " + mebibytes(Runtime.getRuntime().maxMemory())
                        + " MiB, is too small for it; give it more with -Xmx", failed);
            }
            if (cause instanceof RuntimeException wrong) {
                throw wrong;
            }
            throw new IOException(failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        access.close();
        streams.close();
        worker.shutdown();
    }
}
