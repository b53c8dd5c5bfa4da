package io.focusgen.cli;

/** Is told how far a file is, by one thread at a time. */
@FunctionalInterface
interface Watcher {

    /**
     * Takes notice.
     *
     * @param blocks written so far
     * @param bytes of them
     */
    void written(long blocks, long bytes);
}
