package io.focusgen.encode.json;

import io.focusgen.encode.Ascii;

/** What stands between the quotes of a JSON string (RFC 8259). */
final class JsonText {

    private static final String HEX = "0123456789abcdef";
    private static final int MOST_BYTES_PER_CHARACTER = 6;

    private JsonText() {
    }

    /** Bytes that a text of so many characters takes at most. */
    static int mostBytes(int characters) {
        return MOST_BYTES_PER_CHARACTER * characters;
    }

    /**
     * Writes a text at {@code position}, escaped where it must be; returns the position behind it.
     *
     * @throws IllegalArgumentException where it is not ASCII
     */
    static int write(String text, byte[] out, int position) {
        int end = Ascii.copy(text, out, position);
        return Ascii.isPlain(out, position, end, '\\') ? end : escaped(text, out, position);
    }

    /** Writes a number or an object, which stand for themselves. */
    static int raw(String text, byte[] out, int position) {
        int end = Ascii.copy(text, out, position);
        if (!Ascii.isAscii(out, position, end)) {
            Ascii.require(text);
        }
        return end;
    }

    private static int escaped(String text, byte[] out, int position) {
        Ascii.require(text);
        int at = position;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                out[at++] = (byte) c;
            } else {
                at = escape(c, out, at);
            }
        }
        return at;
    }

    private static int escape(char c, byte[] out, int position) {
        int at = position;
        out[at++] = '\\';
        switch (c) {
            case '"', '\\' -> out[at++] = (byte) c;
            case '\n' -> out[at++] = 'n';
            case '\r' -> out[at++] = 'r';
            case '\t' -> out[at++] = 't';
            default -> {
                out[at++] = 'u';
                out[at++] = '0';
                out[at++] = '0';
                out[at++] = (byte) HEX.charAt(c >> 4);
                out[at++] = (byte) HEX.charAt(c & 15);
            }
        }
        return at;
    }
}
