package io.focusgen.encode.csv;

import io.focusgen.encode.Ascii;

/** Text fields after RFC 4180: quoted only where the delimiter, a quote or a line end calls for it. */
final class CsvText {

    private final char delimiter;

    CsvText(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Bytes that a text of so many characters takes at most. */
    static int mostBytes(int characters) {
        return 2 * characters + 2;
    }

    /**
     * Writes a field at {@code position}; returns the position behind it.
     *
     * @throws IllegalArgumentException where the text is not ASCII
     */
    int write(String text, byte[] out, int position) {
        int end = Ascii.copy(text, out, position);
        return Ascii.isPlain(out, position, end, delimiter) ? end : careful(text, out, position);
    }

    private int careful(String text, byte[] out, int position) {
        if (!needsQuotes(text)) {
            Ascii.require(text);
            return position + text.length();
        }
        int at = position;
        out[at++] = '"';
        int any = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            any |= c;
            out[at++] = (byte) c;
            if (c == '"') {
                out[at++] = '"';
            }
        }
        out[at++] = '"';
        if (any >= 128) {
            Ascii.require(text);
        }
        return at;
    }

    private boolean needsQuotes(String text) {
        return text.indexOf('"') >= 0 || text.indexOf(delimiter) >= 0 || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }
}
