package io.focusgen.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
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
import io.focusgen.sink.s3.S3Access;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.StreamSettings;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;

/**
 * An object in a bucket, which appears when it is whole. The thread that waits for the bucket is the one of the command,
 * which has nothing else to do.
 */
final class S3Object implements Target {

    /** For the bucket to forget what was sent, when somebody ends the process. */
    private static final long SECONDS_TO_DISCARD = 20;

    private final URI address;
    private final FileTarget target;
    private final Map<String, String> environment;

    /**
     * @param out a valid {@code s3://bucket/key}
     * @param environment variables that say how the bucket is reached
     */
    S3Object(String out, String mediaType, Map<String, String> environment) {
        this.address = URI.create(out);
        this.target = S3Access.target(address, mediaType);
        this.environment = environment;
    }

    @Override
    public long write(BlockSource blocks, Watcher watcher) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService worker = Executors.newFixedThreadPool(cores, S3Object::daemon);
        try (Streams streams = new Streams(StreamSettings.forCores(cores));
                S3Access access = S3Access.of(address, environment, streams, worker)) {
            StagedFile file = result(access.sink().open(target, null).subscribeAsCompletionStage());
            return write(file, blocks, watcher);
        } catch (IllegalArgumentException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        } finally {
            worker.shutdown();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "s3");
        thread.setDaemon(true);
        return thread;
    }

    private static long write(StagedFile file, BlockSource blocks, Watcher watcher) throws IOException {
        CompletableFuture<Void> sent = file.write(blocks)
                .onItem().invoke(reached -> watcher.written(reached.nextBlock(), reached.bytes()))
                .onItem().ignoreAsUni().subscribeAsCompletionStage();
        Thread onInterrupt = new Thread(() -> interrupted(file, sent), "discard-upload");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        boolean committed = false;
        try {
            result(sent);
            long bytes = result(file.commit().subscribeAsCompletionStage()).bytes();
            committed = true;
            return bytes;
        } finally {
            if (!Interrupts.forget(onInterrupt)) {
                join(onInterrupt);
            } else if (!committed) {
                result(discarded(file));
            }
        }
    }

    /** Discarding is for whoever comes behind; that it failed is told where nothing else is to be told. */
    private static CompletableFuture<Void> discarded(StagedFile file) {
        return file.discard().onFailure(SinkException.class).recoverWithUni(Uni.createFrom().voidItem())
                .subscribeAsCompletionStage();
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

    private static <T> T result(CompletableFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException | CancellationException interrupted) {
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof SinkException refused) {
                throw new IOException(S3Sentence.of(refused), refused);
            }
            if (cause instanceof RuntimeException wrong) {
                throw wrong;
            }
            throw new IOException(failed.getMessage(), failed);
        }
    }
}
