package io.focusgen.sink;

import java.util.regex.Pattern;

/**
 * A file to write.
 *
 * @param name its path below the root of the sink: parts of letters, digits, {@code . _ - =} that do not begin with a dot,
 *     joined by slashes; at most 512 characters
 * @param mediaType of its content
 */
public record FileTarget(String name, String mediaType) {

    private static final int MOST_CHARACTERS = 512;
    private static final Pattern NAME = Pattern
            .compile("[A-Za-z0-9_=-][A-Za-z0-9._=-]*(?:/[A-Za-z0-9_=-][A-Za-z0-9._=-]*)*");

    public FileTarget {
        if (name.length() > MOST_CHARACTERS || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name for a file: " + name);
        }
    }
}
