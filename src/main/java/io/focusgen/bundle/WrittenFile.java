package io.focusgen.bundle;

import java.util.OptionalLong;

/**
 * A file of a {@link Bundle} that has been written, as the manifest lists it.
 *
 * @param name as in the {@link BundleFile}
 * @param mediaType of its content
 * @param rows data rows, header not counted; empty where it is no data
 * @param bytes of it
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param canonicalUrl the path and query that give the same bytes by HTTP
 */
public record WrittenFile(String name, String mediaType, OptionalLong rows, long bytes, String sha256,
        String canonicalUrl) {
}
