package io.focusgen.http.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.job.Job;
import io.focusgen.job.JobStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * Looks at a job now and then, as long as there is somebody who takes what it tells, and tells what is new: whoever reads
 * slowly misses what lies between.
 */
final class JobEvents {

    private final Supplier<JobStore> store;
    private final Function<Job, String> brief;
    private final Function<Job, String> whole;
    private final Duration between;
    private final long silentLooks;

    /**
     * Events of jobs in a store.
     *
     * @param brief makes the document of one on its way
     * @param whole makes the document of one at its end
     * @param between looks at the same job
     * @param longestSilence after which a comment keeps the connection open
     */
    JobEvents(Supplier<JobStore> store, Function<Job, String> brief, Function<Job, String> whole, Duration between,
            Duration longestSilence) {
        this.store = store;
        this.brief = brief;
        this.whole = whole;
        this.between = between;
        this.silentLooks = Math.max(1, longestSilence.dividedBy(between));
    }

    /** Names a state: another one has another name. */
    static String id(Job job) {
        return job.status().label() + (job.cancelWanted() ? "-cancelling-" : "-") + job.progress().files().size() + "-"
                + job.progress().bytes();
    }

    /** Something to say, and whether it is the last word. */
    private record Word(String text, boolean last) {
    }

    /** What there is to tell, from at once until the job has ended or is gone. @param heard the last event heard, or null */
    Multi<Buffer> of(String job, @Nullable String heard) {
        AtomicReference<@Nullable String> told = new AtomicReference<>(heard);
        int[] silent = {0};
        Multi<Long> looks = Multi.createBy().concatenating().streams(Multi.createFrom().item(0L),
                Multi.createFrom().ticks().startingAfter(between).every(between).onOverflow().drop());
        Multi<Word> words = looks
                .onItem().transformToUniAndConcatenate(tick -> Uni.createFrom().deferred(() -> store.get().find(job)))
                .map(found -> word(found, told, silent))
                .select().where(Optional::isPresent).map(Optional::orElseThrow);
        return Multi.createBy().concatenating()
                .streams(Multi.createFrom().item(new Word("retry: 2000\n\n", false)), words)
                .select().first(new Until()::isWanted)
                .map(word -> Buffer.buffer(word.text()));
    }

    /** Lets the last word through and nothing behind it. */
    private static final class Until {

        private boolean over;

        boolean isWanted(Word word) {
            boolean wanted = !over;
            over = word.last();
            return wanted;
        }
    }

    private Optional<Word> word(Optional<Job> found, AtomicReference<@Nullable String> told, int[] silent) {
        if (found.isEmpty()) {
            return Optional.of(new Word("event: end\ndata: {\"status\":\"gone\"}\n\n", true));
        }
        Job job = found.get();
        String id = id(job);
        if (job.status().ended()) {
            return Optional.of(new Word(event("end", id, whole.apply(job)), true));
        }
        if (!id.equals(told.getAndSet(id))) {
            silent[0] = 0;
            return Optional.of(new Word(event("progress", id, brief.apply(job)), false));
        }
        if (++silent[0] % silentLooks == 0) {
            return Optional.of(new Word(": still there\n\n", false));
        }
        return Optional.empty();
    }

    private static String event(String name, String id, String data) {
        return "event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n";
    }
}
