package io.focusgen.bundle;

/**
 * How large the files of rows are.
 *
 * @param rows exact data rows of all of them
 * @param bytes of all of them, estimated
 * @param largest bytes of the largest, estimated
 */
public record BundleSize(long rows, long bytes, long largest) {
}
