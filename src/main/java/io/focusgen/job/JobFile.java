package io.focusgen.job;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.focusgen.bundle.WrittenFile;

/**
 * A file of a job that is whole and visible.
 *
 * @param name its path below the folder of the job
 * @param mediaType of its content
 * @param rows data rows, header not counted; null where it is no data
 * @param bytes of it
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param canonicalUrl the path and query that give the same bytes by HTTP; empty for the manifest
 */
public record JobFile(String name, String mediaType, @Nullable Long rows, long bytes, String sha256,
        String canonicalUrl) {

    /** As the manifest lists it. */
    public WrittenFile written() {
        return new WrittenFile(name, mediaType, rows == null ? OptionalLong.empty() : OptionalLong.of(rows), bytes,
                sha256, canonicalUrl);
    }
}
