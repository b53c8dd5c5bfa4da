package io.focusgen.guard.key;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Some keys, in no order. Never changes. */
public final class ApiKeys {

    /** Every request is compared with each of them. */
    private static final int MOST = 1_000;

    private final List<ApiKey> keys;

    private ApiKeys(List<ApiKey> keys) {
        Set<Fingerprint> seen = new HashSet<>();
        if (!keys.stream().map(ApiKey::fingerprint).allMatch(seen::add)) {
            throw new IllegalArgumentException("the same sha256 stands there twice");
        }
        if (keys.size() > MOST) {
            throw new IllegalArgumentException("there are more than " + MOST + " keys");
        }
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads lines, each a {@link KeyLine}; a semicolon ends a line, too. Empty ones and those that begin with # are skipped.
     *
     * @throws IllegalArgumentException with half a sentence that says which one is wrong and shows nothing of it
     */
    public static ApiKeys parse(String text) {
        List<ApiKey> read = new ArrayList<>();
        for (String line : text.split("[\\r\\n;]+")) {
            if (!line.isBlank() && line.strip().charAt(0) != '#') {
                try {
                    read.add(KeyLine.parse(line));
                } catch (IllegalArgumentException wrong) {
                    throw new IllegalArgumentException("key number " + (read.size() + 1) + " is wrong: "
                            + wrong.getMessage(), wrong);
                }
            }
        }
        return new ApiKeys(read);
    }

    /**
     * These and others.
     *
     * @throws IllegalArgumentException with half a sentence where both have the same one, or they are too many
     */
    public ApiKeys and(ApiKeys others) {
        List<ApiKey> all = new ArrayList<>(keys);
        all.addAll(others.keys);
        return new ApiKeys(all);
    }

    /** The key of this fingerprint. Looks at every key, whether found or not, so that time tells nothing. */
    public Optional<ApiKey> find(Fingerprint wanted) {
        return find(wanted, Fingerprint::equals);
    }

    /** @param same whether two are the same, asked of every key */
    Optional<ApiKey> find(Fingerprint wanted, BiPredicate<Fingerprint, Fingerprint> same) {
        @Nullable
        ApiKey found = null;
        for (ApiKey key : keys) {
            if (same.test(key.fingerprint(), wanted)) {
                found = key;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Whether each of these is among the others, too, whatever else is said of it there. */
    boolean areAllIn(ApiKeys others) {
        Set<Fingerprint> there = others.keys.stream().map(ApiKey::fingerprint).collect(Collectors.toSet());
        return keys.stream().map(ApiKey::fingerprint).allMatch(there::contains);
    }

    /** How many there are. */
    public int size() {
        return keys.size();
    }
}
