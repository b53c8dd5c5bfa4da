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
        requireName(name);
    }

    /**
     * The name of a file or folder, if it is one.
     *
     * @throws IllegalArgumentException if it could lead anywhere but below the root of the sink
     */
    public static String requireName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name for a file: " + name);
        }
        return name;
    }

    /** Whether it can be the name of a file or folder. */
    public static boolean isName(String name) {
        return name.length() <= MOST_CHARACTERS && NAME.matcher(name).matches();
    }
}
