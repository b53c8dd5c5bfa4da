package io.focusgen.bundle;

import java.util.OptionalLong;

import io.focusgen.stream.BlockSource;

/** A file of a {@link Bundle} that is still to be written. */
public interface BundleFile {

    /** Its path within the bundle, e.g. {@code aws-focus-1.2-2026-01.csv} or {@code truth/waste.csv}. */
    String name();

    /** Of its content. */
    String mediaType();

    /** Whether it holds rows of the data set, of which {@link #rows()} are known beforehand. */
    boolean isData();

    /** Exact data rows, header not counted; empty where only its writer knows. */
    OptionalLong rows();

    /** The canonical path and query that give the same bytes by HTTP, e.g. {@code /api/v1/cost-and-usage.csv?provider=aws&…}. */
    String canonicalUrl();

    /**
     * Plans it. Takes milliseconds of CPU, or longer for an answer sheet of a large request: never call it on an event loop.
     *
     * @throws io.focusgen.spec.RefusedException where the plan cannot meet what was asked for
     */
    BlockSource open();
}
