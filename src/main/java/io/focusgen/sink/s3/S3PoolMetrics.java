package io.focusgen.sink.s3;

/** Hears how the connections to S3 are used. Called on any thread: must not block. */
public interface S3PoolMetrics {

    /**
     * What a call found when it began; told when it is over.
     *
     * @param most connections there may be
     * @param leased in use by other calls
     * @param available open, and in use by none
     * @param pending calls that wait for one
     */
    void pool(int most, int leased, int available, int pending);
}
