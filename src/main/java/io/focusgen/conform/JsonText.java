package io.focusgen.conform;

import org.jspecify.annotations.Nullable;

/**
 * Reads a text by the grammar of JSON (ECMA 404), a part at a time: each method takes what it is named after and says
 * whether it was there. After a part that was not there the position is anywhere.
 */
final class JsonText {

    /** What a value is. */
    enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        OBJECT,
        ARRAY;

        boolean nested() {
            return this == OBJECT || this == ARRAY;
        }
    }

    /** Takes the value that stands under a key, with {@link #value}, and says whether there was one. */
    @FunctionalInterface
    interface Member {
        boolean take(String key);
    }

    /** Deeper nesting is taken for an attack, not for a tag. */
    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;
    private @Nullable String string;

    JsonText(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    int position() {
        return at;
    }

    /** The content of the string that was taken last, without quotes and escapes. */
    String lastString() {
        return String.valueOf(string);
    }

    /** An object; each of its values is taken by {@code member}. */
    boolean object(Member member) {
        if (depth == DEEPEST || !take('{')) {
            return false;
        }
        skipSpace();
        if (take('}')) {
            return true;
        }
        depth++;
        do {
            skipSpace();
            if (!string()) {
                return false;
            }
            String key = lastString();
            skipSpace();
            if (!take(':')) {
                return false;
            }
            skipSpace();
            if (!member.take(key)) {
                return false;
            }
            skipSpace();
        } while (take(','));
        depth--;
        return take('}');
    }

    /** Any value; null where there is none. */
    @Nullable
    Kind value() {
        if (atEnd()) {
            return null;
        }
        return switch (text.charAt(at)) {
            case '"' -> string() ? Kind.STRING : null;
            case '{' -> object(key -> value() != null) ? Kind.OBJECT : null;
            case '[' -> array() ? Kind.ARRAY : null;
            case 't' -> word("true") ? Kind.BOOLEAN : null;
            case 'f' -> word("false") ? Kind.BOOLEAN : null;
            case 'n' -> word("null") ? Kind.NULL : null;
            default -> number() ? Kind.NUMBER : null;
        };
    }

    private boolean array() {
        if (depth == DEEPEST || !take('[')) {
            return false;
        }
        skipSpace();
        if (take(']')) {
            return true;
        }
        depth++;
        do {
            skipSpace();
            if (value() == null) {
                return false;
            }
            skipSpace();
        } while (take(','));
        depth--;
        return take(']');
    }

    private boolean string() {
        if (!take('"')) {
            return false;
        }
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                string = text.substring(start, at++);
                return true;
            }
            if (c < ' ') {
                return false;
            }
            if (c == '\\') {
                return escapedString(start);
            }
            at++;
        }
        return false;
    }

    private boolean escapedString(int start) {
        StringBuilder content = new StringBuilder().append(text, start, at);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                string = content.toString();
                return true;
            }
            if (c < ' ') {
                return false;
            }
            if (c == '\\') {
                int escaped = escape();
                if (escaped < 0) {
                    return false;
                }
                c = (char) escaped;
            }
            content.append(c);
        }
        return false;
    }

    /** The character that the escape after the backslash stands for, or -1. */
    private int escape() {
        if (atEnd()) {
            return -1;
        }
        char c = text.charAt(at++);
        int simple = "\"\\/bfnrt".indexOf(c);
        if (simple >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(simple);
        }
        if (c != 'u' || at + 4 > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private boolean number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return isNumber(text.substring(start, at));
    }

    /** JSON's grammar: FOCUS's, but with a plus sign in the exponent and without leading zeros. */
    private static boolean isNumber(String candidate) {
        int first = candidate.startsWith("-") ? 1 : 0;
        boolean leadingZero = candidate.startsWith("0", first)
                && candidate.length() > first + 1
                && Character.isDigit(candidate.charAt(first + 1));
        int plus = candidate.indexOf('+');
        boolean exponentPlus = plus > 0 && (candidate.charAt(plus - 1) == 'e' || candidate.charAt(plus - 1) == 'E');
        String withoutPlus = exponentPlus && !candidate.startsWith("-", plus + 1)
                ? candidate.substring(0, plus) + candidate.substring(plus + 1)
                : candidate;
        return !leadingZero && NumberText.isNumeric(withoutPlus);
    }

    private boolean word(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
