package io.focusgen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;

import io.focusgen.estate.Company;
import io.focusgen.focus.FocusColumn;

/** Reads Tags cells strictly: JSON objects of texts in which no key repeats. */
public final class UserTags {

    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<String> prefixes;

    /** @param company whose provider's own tags are told from its users' */
    public UserTags(Company company) {
        prefixes = company.providerTagPrefixes();
    }

    /** All tags of a cell in the order of the cell; none where it is null. */
    public static Map<String, String> all(@Nullable String cell) {
        Map<String, String> tags = new java.util.LinkedHashMap<>();
        if (cell == null) {
            return tags;
        }
        try (JsonParser parser = JSON.createParser(cell)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no object: " + cell);
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    throw new IllegalArgumentException("no text: " + cell);
                }
                tags.put(key, parser.getText());
            }
            if (parser.nextToken() != null || tags.isEmpty()) {
                throw new IllegalArgumentException("not one object with members: " + cell);
            }
            return tags;
        } catch (IOException malformed) {
            throw new UncheckedIOException(cell, malformed);
        }
    }

    public boolean isProviders(String key) {
        return prefixes.stream().anyMatch(key::startsWith);
    }

    /** What people set. */
    public SortedMap<String, String> of(@Nullable String cell) {
        SortedMap<String, String> tags = new TreeMap<>(all(cell));
        tags.keySet().removeIf(this::isProviders);
        return tags;
    }

    public boolean isTagged(Bill.Line line) {
        return !of(line.get(FocusColumn.TAGS)).isEmpty();
    }
}
