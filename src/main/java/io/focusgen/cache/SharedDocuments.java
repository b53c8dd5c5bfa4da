package io.focusgen.cache;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/**
 * Documents that all replicas keep together. None of it ever fails, and all of it is over within a twentieth of a second:
 * where what keeps them is slow or gone, nothing is found and nothing is kept, which {@link #stats} counts.
 */
public interface SharedDocuments {

    /** The document with this key, if it is kept. */
    Uni<Optional<byte[]>> find(String key);

    /** Keeps a document for others and for later, if it is not too large. */
    Uni<Void> keep(String key, byte[] document);

    /** Forgets all documents. @return whether that was done */
    Uni<Boolean> empty();

    /** The figures of this process. */
    Stats stats();

    /**
     * The figures of one process.
     *
     * @param configured whether there is anything that keeps them
     * @param hits documents found
     * @param misses documents looked for and not found
     * @param kept documents handed over
     * @param failures calls that failed or took too long
     */
    record Stats(boolean configured, long hits, long misses, long kept, long failures) {
    }
}
