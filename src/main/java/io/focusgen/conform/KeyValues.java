package io.focusgen.conform;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A cell in the key-value format: a JSON object, as found.
 *
 * @param kinds the kind of each key's (last) value, in order
 * @param texts the content of the strings among them, under their keys
 */
record KeyValues(Map<String, JsonText.Kind> kinds, Map<String, String> texts, boolean duplicateKeys) {

    /** Null where the text is not one JSON object. */
    static @Nullable KeyValues parse(String text) {
        JsonText json = new JsonText(text);
        Map<String, JsonText.Kind> kinds = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        boolean[] duplicates = {false};
        json.skipSpace();
        boolean object = json.object(key -> {
            JsonText.Kind kind = json.value();
            if (kind == null) {
                return false;
            }
            duplicates[0] |= kinds.put(key, kind) != null;
            texts.remove(key);
            if (kind == JsonText.Kind.STRING) {
                texts.put(key, json.lastString());
            }
            return true;
        });
        json.skipSpace();
        return object && json.atEnd() ? new KeyValues(kinds, texts, duplicates[0]) : null;
    }
}
