package io.focusgen.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.focusgen.spec.Spelling;

/**
 * What the end of a file's name says of its format.
 *
 * @param name of the file without its folder
 */
record NameEnding(String name) {

    /** Of a path or URL; a name that begins with a dot is hidden, and the dot begins no extension. */
    static NameEnding of(String out) {
        return new NameEnding(out.substring(out.lastIndexOf('/') + 1));
    }

    /** Whether the name ends in something like an extension. */
    boolean isThere() {
        return name.lastIndexOf('.') > 0 && !name.endsWith(".");
    }

    /** The format that the name ends in, whatever its case. */
    Optional<String> format(List<String> formats) {
        String lower = name.toLowerCase(Locale.ROOT);
        return formats.stream().filter(format -> lower.length() > format.length() + 1 && lower.endsWith('.' + format))
                .max(Comparator.comparing(String::length));
    }

    /** The name with the format that its end was meant to be: {@code bill.jsonl} may have been to be {@code bill.ndjson}. */
    Optional<String> nearest(List<String> formats) {
        int last = name.lastIndexOf('.');
        int dot = name.lastIndexOf('.', last - 1) > 0 ? name.lastIndexOf('.', last - 1) : last;
        Optional<String> both = nearest(dot, formats);
        return both.isPresent() ? both : nearest(last, formats);
    }

    private Optional<String> nearest(int dot, List<String> formats) {
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Spelling.nearest(ending, formats)
                .or(() -> formats.stream().filter(format -> format.endsWith(ending)).findFirst())
                .map(format -> name.substring(0, dot + 1) + format);
    }
}
