package io.focusgen.generate;

import org.jspecify.annotations.Nullable;

/**
 * Looks a key up in the text of a Tags cell: a JSON object, as {@code estate} writes it, whose values are strings, or
 * anything else without braces and commas.
 */
public final class TagText {

    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final String json;
    private int at;

    private TagText(String json) {
        this.json = json;
    }

    /**
     * The value of a key: a string without quotes and escapes, anything else as it is written; null where the key is
     * missing or its value is null. What is no printable ASCII stays escaped, because files are ASCII.
     */
    public static @Nullable String value(String json, String key) {
        return new TagText(json).find(key);
    }

    private @Nullable String find(String key) {
        at = json.indexOf('{') + 1;
        while (skipTo('"')) {
            boolean found = string().equals(key);
            at = json.indexOf(':', at) + 1;
            while (json.charAt(at) == ' ') {
                at++;
            }
            String value = json.charAt(at) == '"' ? string() : word();
            if (found) {
                return value;
            }
        }
        return null;
    }

    private boolean skipTo(char wanted) {
        int found = json.indexOf(wanted, at);
        at = found;
        return found >= 0;
    }

    private @Nullable String word() {
        int start = at;
        while (json.charAt(at) != ',' && json.charAt(at) != '}') {
            at++;
        }
        String word = json.substring(start, at).strip();
        return word.equals("null") ? null : word;
    }

    /** Reads the string whose opening quote is here; ends behind its closing quote. */
    private String string() {
        int end = ++at;
        while (json.charAt(end) != '"' && json.charAt(end) != '\\') {
            end++;
        }
        if (json.charAt(end) == '"') {
            String plain = json.substring(at, end);
            at = end + 1;
            return plain;
        }
        StringBuilder text = new StringBuilder(json.length() - at).append(json, at, end);
        at = end;
        while (json.charAt(at) != '"') {
            char c = json.charAt(at++);
            if (c == '\\') {
                escape(text);
            } else {
                text.append(c);
            }
        }
        at++;
        return text.toString();
    }

    private void escape(StringBuilder text) {
        char c = json.charAt(at++);
        if (c == '"' || c == '\\' || c == '/') {
            text.append(c);
        } else if (c != 'u') {
            text.append('\\').append(c);
        } else {
            int code = Integer.parseInt(json, at, at + HEX_DIGITS, HEX);
            if (code >= ' ' && code <= '~') {
                text.append((char) code);
            } else {
                text.append("\\u").append(json, at, at + HEX_DIGITS);
            }
            at += HEX_DIGITS;
        }
    }
}
