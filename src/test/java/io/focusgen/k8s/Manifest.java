package io.focusgen.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * An object for Kubernetes, or a part of one. Steps into it are names of members and numbers of items.
 *
 * @param content as it was read; may be changed
 */
record Manifest(Map<String, Object> content) {

    /** All documents of a file, in order. */
    static List<Manifest> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Manifest> parse(String yaml) {
        List<Manifest> manifests = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                .loadAllFromString(yaml)) {
            // Copied, so that what an anchor has in several places can be changed in one.
            manifests.add(new Manifest(mapOf(copied(Objects.requireNonNull(document)))));
        }
        return manifests;
    }

    static Object copied(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), member == null ? null : copied(member)));
            return copy;
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(Manifest::copied).toList())
                : value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> mapOf(Object value) {
        return (Map<String, Object>) value;
    }

    Manifest copy() {
        return new Manifest(mapOf(copied(content)));
    }

    String kind() {
        return text("kind");
    }

    String name() {
        return text("metadata", "name");
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    @SuppressWarnings("unchecked")
    @Nullable
    Object at(Object... steps) {
        Object value = content;
        for (Object step : steps) {
            if (step instanceof Integer index) {
                value = value instanceof List && index < ((List<Object>) value).size()
                        ? ((List<Object>) value).get(index)
                        : null;
            } else {
                value = value instanceof Map ? ((Map<String, Object>) value).get(step) : null;
            }
        }
        return value;
    }

    boolean has(Object... steps) {
        return at(steps) != null;
    }

    /** Empty where there is nothing. */
    String text(Object... steps) {
        Object value = at(steps);
        return value == null ? "" : value.toString();
    }

    /** 0 where there is no whole number. */
    int number(Object... steps) {
        return at(steps) instanceof Integer number ? number : 0;
    }

    boolean isTrue(Object... steps) {
        return Boolean.TRUE.equals(at(steps));
    }

    boolean isFalse(Object... steps) {
        return Boolean.FALSE.equals(at(steps));
    }

    /** An empty one where there is nothing. */
    Manifest part(Object... steps) {
        Object value = at(steps);
        return new Manifest(value instanceof Map ? mapOf(value) : new LinkedHashMap<>());
    }

    /** The objects of a list; none where there is no list. */
    Stream<Manifest> parts(Object... steps) {
        return at(steps) instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(item -> new Manifest(mapOf(item)))
                : Stream.of();
    }

    /** The texts of a list. */
    List<String> texts(Object... steps) {
        return at(steps) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    /** Text by name. */
    Map<String, String> strings(Object... steps) {
        Map<String, String> strings = new LinkedHashMap<>();
        part(steps).content().forEach((name, value) -> strings.put(name, String.valueOf(value)));
        return strings;
    }

    /** Puts a value where the steps lead, and makes objects on the way; null removes what is there. */
    @SuppressWarnings("unchecked")
    Manifest set(@Nullable Object value, Object... steps) {
        Object at = content;
        for (int i = 0; i < steps.length - 1; i++) {
            at = steps[i] instanceof Integer index
                    ? ((List<Object>) at).get(index)
                    : ((Map<String, Object>) at).computeIfAbsent((String) steps[i], name -> new LinkedHashMap<>());
        }
        Object last = steps[steps.length - 1];
        if (last instanceof Integer index) {
            ((List<Object>) at).set(index, Objects.requireNonNull(value));
        } else if (value == null) {
            if (((Map<String, Object>) at).remove(last) == null) {
                throw new IllegalArgumentException("there is no " + List.of(steps));
            }
        } else {
            ((Map<String, Object>) at).put((String) last, value);
        }
        return this;
    }
}
