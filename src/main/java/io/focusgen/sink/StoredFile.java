package io.focusgen.sink;

/**
 * A committed file.
 *
 * @param name as in its {@link FileTarget}
 * @param bytes of it
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record StoredFile(String name, long bytes, String sha256) {
}
