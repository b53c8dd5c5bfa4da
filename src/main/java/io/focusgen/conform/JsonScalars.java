package io.focusgen.conform;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Reads the key-value format: a JSON object (ECMA 404) and what FOCUS wants to know of it. */
final class JsonScalars {

    /** What a value is. */
    enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        NESTED
    }

    /**
     * An object as found.
     *
     * @param kinds the kind of each key's (last) value, in order
     */
    record Found(Map<String, Kind> kinds, boolean duplicateKeys) {
    }

    /** Deeper nesting is taken for an attack, not for a tag. */
    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private boolean duplicateKeys;

    private JsonScalars(String text) {
        this.text = text;
    }

    /** Null where the text is not one JSON object. */
    static @Nullable Found parse(String text) {
        JsonScalars parser = new JsonScalars(text);
        Map<String, Kind> kinds = new LinkedHashMap<>();
        parser.skipSpace();
        if (!parser.object(0, kinds)) {
            return null;
        }
        parser.skipSpace();
        return parser.at == text.length() ? new Found(kinds, parser.duplicateKeys) : null;
    }

    /** @param kinds where the keys of the outermost object go; null further in, where only the syntax matters */
    private boolean object(int depth, @Nullable Map<String, Kind> kinds) {
        if (depth > DEEPEST || !take('{')) {
            return false;
        }
        skipSpace();
        if (take('}')) {
            return true;
        }
        do {
            skipSpace();
            String key = string();
            skipSpace();
            if (key == null || !take(':')) {
                return false;
            }
            Kind kind = value(depth);
            if (kind == null) {
                return false;
            }
            if (kinds != null && kinds.put(key, kind) != null) {
                duplicateKeys = true;
            }
        } while (take(','));
        return take('}');
    }

    private boolean array(int depth) {
        if (depth > DEEPEST || !take('[')) {
            return false;
        }
        skipSpace();
        if (take(']')) {
            return true;
        }
        do {
            if (value(depth) == null) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    /** The kind of the value here, with the space around it; null where there is none. */
    private @Nullable Kind value(int depth) {
        skipSpace();
        Kind kind = bareValue(depth);
        skipSpace();
        return kind;
    }

    private @Nullable Kind bareValue(int depth) {
        if (at >= text.length()) {
            return null;
        }
        return switch (text.charAt(at)) {
            case '"' -> string() == null ? null : Kind.STRING;
            case '{' -> object(depth + 1, null) ? Kind.NESTED : null;
            case '[' -> array(depth + 1) ? Kind.NESTED : null;
            case 't' -> word("true") ? Kind.BOOLEAN : null;
            case 'f' -> word("false") ? Kind.BOOLEAN : null;
            case 'n' -> word("null") ? Kind.NULL : null;
            default -> number() ? Kind.NUMBER : null;
        };
    }

    private @Nullable String string() {
        if (!take('"')) {
            return null;
        }
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return content.toString();
            }
            if (c < ' ') {
                return null;
            }
            if (c == '\\') {
                int escaped = escape();
                if (escaped < 0) {
                    return null;
                }
                c = (char) escaped;
            }
            content.append(c);
        }
        return null;
    }

    /** The character that the escape after the backslash stands for, or -1. */
    private int escape() {
        if (at >= text.length()) {
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

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
