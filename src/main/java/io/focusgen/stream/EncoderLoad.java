package io.focusgen.stream;

/**
 * What the threads that encode have done and have to do.
 *
 * @param threads that there are
 * @param active of these, that encode now
 * @param queued blocks that wait for one
 * @param rows data rows encoded so far, whether or not they arrived anywhere
 */
public record EncoderLoad(int threads, int active, int queued, long rows) {
}
