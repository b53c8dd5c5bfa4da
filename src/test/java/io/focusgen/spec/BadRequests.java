package io.focusgen.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Requests with one thing wrong each, for the reader of parameters and for the service.
 *
 * @param query as after the question mark
 * @param field the parameter to blame
 * @param nearest the spelling to suggest, or null for none
 */
public record BadRequests(String query, String field, @Nullable String nearest) {

    /** A line each: the query, its wrong parameter, and what is near. */
    private static final String TABLE = "bad-requests.txt";

    /** More than 120 of them. */
    public static Stream<BadRequests> all() {
        return table().lines().map(line -> line.split(" +"))
                .map(cells -> new BadRequests(cells[0], cells[1], cells.length > 2 ? cells[2] : null));
    }

    private static String table() {
        try (InputStream table = Objects.requireNonNull(BadRequests.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The parameters of a query string. */
    public static Map<String, List<String>> raw(String query) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            raw.computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), none -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return raw;
    }

    @Override
    public String toString() {
        return query;
    }
}
