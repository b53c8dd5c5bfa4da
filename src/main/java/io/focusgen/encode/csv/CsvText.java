package io.focusgen.encode.csv;

/** Text cells after RFC 4180: quoted only where a comma, a quote or a line end calls for it. All text is ASCII. */
final class CsvText {

    private static final boolean[] SPECIAL = new boolean[128];

    static {
        for (char c : new char[]{',', '"', '\n', '\r'}) {
            SPECIAL[c] = true;
        }
    }

    private CsvText() {
    }

    /** Bytes that a text takes at most. */
    static int mostBytes(String text) {
        return 2 * text.length() + 2;
    }

    /** Writes a cell at {@code position}; returns the position behind it. */
    @SuppressWarnings("deprecation") // the only copy of Latin-1 text without an array of its own
    static int write(String text, byte[] out, int position) {
        int length = text.length();
        text.getBytes(0, length, out, position);
        for (int i = position; i < position + length; i++) {
            if (out[i] < 0) {
                throw new IllegalArgumentException("not ASCII: " + text);
            }
            if (SPECIAL[out[i]]) {
                return quoted(text, out, position);
            }
        }
        return position + length;
    }

    private static int quoted(String text, byte[] out, int position) {
        int at = position;
        out[at++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                out[at++] = '"';
            }
            out[at++] = (byte) c;
        }
        out[at++] = '"';
        return at;
    }
}
