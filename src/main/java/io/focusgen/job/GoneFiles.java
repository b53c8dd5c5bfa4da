package io.focusgen.job;

import java.util.List;
import java.util.stream.IntStream;

import io.focusgen.sink.Sink;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Finds out which files of a job are not where they were put. */
final class GoneFiles {

    /** Fewer than a bucket takes calls at once. */
    private static final int ASKED_AT_ONCE = 8;

    private GoneFiles() {
    }

    /**
     * The places in the list of those that are gone or of another size, in order.
     *
     * @param check called before each is looked for; what it throws ends the search
     */
    static Uni<List<Integer>> of(Sink sink, String job, List<JobFile> files, Runnable check) {
        return Multi.createFrom().items(IntStream.range(0, files.size()).boxed())
                .onItem().transformToUni(index -> Uni.createFrom().deferred(() -> {
                    check.run();
                    JobFile file = files.get(index);
                    return sink.holds(job + "/" + file.name(), file.bytes());
                }).map(there -> there ? -1 : index)).merge(ASKED_AT_ONCE)
                .select().where(index -> index >= 0)
                .collect().asList().map(gone -> gone.stream().sorted().toList());
    }
}
