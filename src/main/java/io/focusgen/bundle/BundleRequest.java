package io.focusgen.bundle;

import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.HeaderLines;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.spec.Shard;
import io.focusgen.stream.Format;

/**
 * A valid request for all files of a data set.
 *
 * @param dataset of the files; a shard only where the layout is single and has one part
 * @param format of the rows
 * @param layout how they are dealt out to files
 * @param parts that each of these files is cut into, 1 to {@value #MOST_PARTS}
 */
public record BundleRequest(ResolvedSpec dataset, Format format, Layout layout, int parts) {

    /** Parts of a file at most. */
    public static final int MOST_PARTS = 1_000;

    /** Files of rows that a bundle has at most: each is a line of the manifest and of a zip's directory. */
    public static final int MOST_FILES = 10_000;

    public BundleRequest {
        boolean whole = dataset.spec().shard().equals(Shard.WHOLE);
        if (parts < 1 || parts > MOST_PARTS || !whole && (parts > 1 || layout != Layout.SINGLE)) {
            throw new IllegalArgumentException(parts + " parts of shard " + dataset.spec().shard() + ", " + layout);
        }
    }

    /** Files of rows. */
    public int dataFiles() {
        int files = layout == Layout.SINGLE ? 1 : dataset.spec().providers().size() * dataset.spec().months();
        return files * parts;
    }

    /** The one way to ask for it: that of its data set, with its own parameters. */
    public CanonicalRequest canonical() {
        StringBuilder own = new StringBuilder();
        HeaderLines header = dataset.spec().text().header();
        if (parts > 1 && format.has(Parameter.HEADER) && header == HeaderLines.FIRST) {
            // What a data set has where nothing is said is not what its parts have.
            own.append('&').append(Parameter.HEADER.label()).append('=').append(header.label());
        }
        for (BundleParameter parameter : BundleParameter.values()) {
            own.append('&').append(parameter.label()).append('=').append(value(parameter));
        }
        return CanonicalRequest.of(dataset.spec()).and(own.toString());
    }

    /** A value as in requests. */
    String value(BundleParameter parameter) {
        return switch (parameter) {
            case FORMAT -> format.extension();
            case LAYOUT -> layout.label();
            case PARTS -> Integer.toString(parts);
        };
    }
}
