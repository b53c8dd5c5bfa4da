package io.focusgen.sink.s3;

/** Hears what becomes of the parts of files. Called on any thread: must not block. */
public interface S3Metrics {

    /** A part of so many bytes is stored. @param name of the file @param nanos that it took */
    void stored(String name, long bytes, long nanos);

    /** A part could not be stored, however often that was tried. @param name of the file @param nanos that it took */
    void failed(String name, long nanos);

    /** So many uploads of this process are begun, and neither completed nor aborted. */
    void open(int uploads);
}
