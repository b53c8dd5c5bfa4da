package io.focusgen.estate;

/** A few tags in the order of their keys. Not thread-safe. */
final class TagSet {

    private String[] keys = new String[16];
    private String[] values = new String[16];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds a tag with a new key. */
    void add(String key, String value) {
        if (size == keys.length) {
            keys = java.util.Arrays.copyOf(keys, 2 * size);
            values = java.util.Arrays.copyOf(values, 2 * size);
        }
        int place = size++;
        for (; place > 0 && keys[place - 1].compareTo(key) > 0; place--) {
            keys[place] = keys[place - 1];
            values[place] = values[place - 1];
        }
        keys[place] = key;
        values[place] = value;
    }

    /** A JSON object of texts. */
    String json() {
        StringBuilder json = new StringBuilder(32 + 40 * size).append('{');
        for (int i = 0; i < size; i++) {
            json.append(i == 0 ? "\"" : ",\"");
            escaped(json, keys[i]);
            json.append("\":\"");
            escaped(json, values[i]);
            json.append('"');
        }
        return json.append('}').toString();
    }

    /** Keys and values are printable ASCII. */
    private static void escaped(StringBuilder json, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c);
        }
    }
}
