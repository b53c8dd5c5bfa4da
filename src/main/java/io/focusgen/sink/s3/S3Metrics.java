package io.focusgen.sink.s3;

/** Hears what becomes of the parts of files. Called on any thread: must not block. */
public interface S3Metrics {

    /** A part of so many bytes is stored. */
    void stored(long bytes);

    /** A part could not be stored, however often that was tried. */
    void failed();

    /** So many uploads of this process are begun, and neither completed nor aborted. */
    void open(int uploads);
}
