package io.focusgen.sink.s3;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.FileTarget;
import io.smallrye.mutiny.Uni;

/**
 * Makes a call again that failed in a way that may pass, each time after a longer pause. For where there is no container. A
 * server that nobody has reached yet is more likely to have been misspelt than to come back: it is given up sooner, and for
 * good, since nothing can have been begun there.
 */
final class RetriedS3Calls implements S3Calls {

    private static final int MOST_RETRIES = 6;
    private static final int RETRIES_OF_THE_UNREACHED = 3;

    /** Where nothing comes back at all, the first attempt to connect takes as long. */
    private static final long MOST_NANOS_OF_THE_UNREACHED = Duration.ofSeconds(4).toNanos();
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final S3Calls calls;
    private final Duration firstPause;
    private final ScheduledExecutorService pauses;

    /** Whether the server has ever been connected to. */
    private volatile boolean reached;
    private volatile @Nullable S3Unavailable givenUp;

    /** Why it could not be connected to, as far as that was told: a call that took too long tells nothing. */
    private volatile @Nullable S3Unavailable unreached;

    /**
     * Calls that are repeated.
     *
     * @param firstPause half to one and a half of it is waited before the first retry, twice as long before each other
     * @param pauses ends them; one of ours, because a pool that others fill or leave behind may end them much later
     */
    RetriedS3Calls(S3Calls calls, Duration firstPause, ScheduledExecutorService pauses) {
        this.calls = calls;
        this.firstPause = firstPause;
        this.pauses = pauses;
    }

    private <T> Uni<T> retried(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            S3Unavailable before = givenUp;
            return before == null ? attempt(call, 0, System.nanoTime()) : Uni.createFrom().failure(before);
        });
    }

    private <T> Uni<T> attempt(Supplier<Uni<T>> call, int retries, long begun) {
        return Uni.createFrom().deferred(call::get)
                .onItem().invoke(() -> reached = true)
                .onFailure(S3Refused.class).invoke(() -> reached = true)
                .onFailure(S3Unavailable.class).recoverWithUni(thrown -> goesOn(thrown, retries, begun)
                        ? Uni.createFrom().voidItem().onItem().delayIt().onExecutor(pauses)
                                .by(pause(retries))
                                .chain(() -> attempt(call, retries + 1, begun))
                        : Uni.createFrom().failure(givenUp == null ? thrown : givenUp));
    }

    private boolean goesOn(S3Unavailable thrown, int retries, long begun) {
        if (thrown.provesConnection()) {
            reached = true;
        } else if (unreached == null || thrown.isUnreachable()) {
            unreached = thrown;
        }
        if (reached) {
            return retries < MOST_RETRIES;
        }
        boolean again = retries < RETRIES_OF_THE_UNREACHED
                && System.nanoTime() - begun < MOST_NANOS_OF_THE_UNREACHED;
        if (!again) {
            givenUp = unreached;
        }
        return again;
    }

    private Duration pause(int retries) {
        long mean = Math.min(LONGEST_PAUSE_MILLIS, firstPause.toMillis() << retries);
        return Duration.ofMillis(mean / 2 + ThreadLocalRandom.current().nextLong(mean + 1));
    }

    @Override
    public Uni<S3Upload> createUpload(FileTarget target, String mark) {
        return retried(() -> calls.createUpload(target, mark));
    }

    @Override
    public Uni<S3Part> uploadPart(S3Upload upload, int number, PartContent content) {
        return retried(() -> calls.uploadPart(upload, number, content));
    }

    @Override
    public Uni<Page<S3Part>> listParts(S3Upload upload, @Nullable String after) {
        return retried(() -> calls.listParts(upload, after));
    }

    @Override
    public Uni<Void> complete(S3Upload upload, List<S3Part> parts) {
        return retried(() -> calls.complete(upload, parts));
    }

    @Override
    public Uni<Void> abort(S3Upload upload) {
        return retried(() -> calls.abort(upload));
    }

    @Override
    public Uni<Void> put(FileTarget target, PartContent content, String mark) {
        return retried(() -> calls.put(target, content, mark));
    }

    @Override
    public Uni<Optional<ObjectFacts>> head(String name) {
        return retried(() -> calls.head(name));
    }

    @Override
    public Uni<Void> delete(List<String> names) {
        return retried(() -> calls.delete(names));
    }

    @Override
    public Uni<Page<String>> list(String beginning, @Nullable String after) {
        return retried(() -> calls.list(beginning, after));
    }

    @Override
    public Uni<Page<OpenUpload>> uploads(String beginning, @Nullable String after) {
        return retried(() -> calls.uploads(beginning, after));
    }
}
