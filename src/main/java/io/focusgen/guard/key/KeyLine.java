package io.focusgen.guard.key;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.guard.Scope;
import io.focusgen.limit.Allowance;

/**
 * A key as it stands in settings: {@code name=reports sha256=… scopes=generate,validate expires=2027-01-31}, and, for limits of
 * its own, {@code minute=100 hour=1000 day=10000 streams=8 rows=1000000000 queries=600}. What it refuses it never repeats: it may
 * be a key that stands where its fingerprint belongs.
 */
public final class KeyLine {

    private static final String NAME = "name";
    private static final String SHA256 = "sha256";
    private static final String SCOPES = "scopes";
    private static final String EXPIRES = "expires";
    private static final String ROWS = "rows";
    private static final String QUERIES = "queries";
    private static final List<String> LIMITS = List.of("minute", "hour", "day", "streams");
    private static final List<String> ALL_LIMITS = Stream.concat(LIMITS.stream(), Stream.of(ROWS, QUERIES)).toList();
    private static final List<String> FIELDS = Stream.concat(Stream.of(NAME, SHA256, SCOPES, EXPIRES),
            ALL_LIMITS.stream()).toList();

    private final Map<String, String> given = new LinkedHashMap<>();

    private KeyLine(String line) {
        for (String field : line.strip().split("\\s+")) {
            int end = field.indexOf('=');
            String label = end < 0 ? "" : field.substring(0, end);
            if (!FIELDS.contains(label) || end == field.length() - 1) {
                throw new IllegalArgumentException("it has something else than the fields "
                        + FIELDS.stream().map(known -> known + "=").collect(Collectors.joining(" "))
                        + ", each with a value");
            }
            if (given.put(label, field.substring(end + 1)) != null) {
                throw new IllegalArgumentException("it has " + label + " twice");
            }
        }
    }

    /**
     * The key that a line describes.
     *
     * @throws IllegalArgumentException with half a sentence that says what is wrong and shows nothing of it
     */
    public static ApiKey parse(String line) {
        KeyLine fields = new KeyLine(line);
        String name = fields.required(NAME, ApiKey.NAMES);
        if (!ApiKey.isName(name)) {
            throw new IllegalArgumentException("its name must be " + ApiKey.NAMES);
        }
        String digits = "the 64 hexadecimal digits of the SHA-256 of the key, never the key itself";
        Fingerprint fingerprint = Fingerprint.parse(fields.required(SHA256, digits))
                .orElseThrow(() -> new IllegalArgumentException("its sha256 must be " + digits));
        return new ApiKey(name, fingerprint, scopes(fields.required(SCOPES, scopeLabels())),
                Optional.ofNullable(fields.given.get(EXPIRES)).map(KeyLine::expiry), fields.own());
    }

    /**
     * The line for a key.
     *
     * @param expires a day, from whose begin in UTC on it is of no use; null for never
     * @param limits of its own, by the names of the fields {@code minute hour day streams}, all of them or none, and
     *     {@code rows} and {@code queries} with them; from 1 on
     * @throws IllegalArgumentException where some are missing, or one is less than that of a shorter time
     */
    public static String write(String name, Fingerprint fingerprint, Set<Scope> scopes, @Nullable LocalDate expires,
            Map<String, Long> limits) {
        if (!limits.isEmpty() && !limits.keySet().containsAll(LIMITS)) {
            throw new IllegalArgumentException("limits of its own are " + String.join(", ", LIMITS) + " together");
        }
        if (!limits.isEmpty() && !rising(limits.getOrDefault("minute", 0L), limits.getOrDefault("hour", 0L),
                limits.getOrDefault("day", 0L))) {
            throw new IllegalArgumentException("limits of its own do not fall as the time grows");
        }
        return NAME + "=" + name + " " + SHA256 + "=" + fingerprint.hex() + " " + SCOPES + "="
                + EnumSet.copyOf(scopes).stream().map(Scope::label).collect(Collectors.joining(","))
                + (expires == null ? "" : " " + EXPIRES + "=" + expires)
                + ALL_LIMITS.stream().filter(limits::containsKey)
                        .map(label -> " " + label + "=" + limits.get(label)).collect(Collectors.joining());
    }

    /**
     * Scopes by their labels.
     *
     * @param labels separated by commas
     * @throws IllegalArgumentException with half a sentence where one is none
     */
    public static Set<Scope> scopes(String labels) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String label : labels.split(",", -1)) {
            scopes.add(Scope.byLabel(label).orElseThrow(
                    () -> new IllegalArgumentException(
                            "its scopes must be some of " + scopeLabels() + ", separated by commas")));
        }
        return scopes;
    }

    /** Whether each of these limits can be reached: as many are allowed in a longer time as in a shorter one, or more. */
    public static boolean rising(long minute, long hour, long day) {
        return minute <= hour && hour <= day;
    }

    private static String scopeLabels() {
        return Stream.of(Scope.values()).map(Scope::label).collect(Collectors.joining(", "));
    }

    private static Instant expiry(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException wrong) {
            // Not the cause: it would show what was given.
            throw new IllegalArgumentException(
                    "its expires must be a day as 2027-01-31 or a time as 2027-01-31T12:00:00Z");
        }
    }

    private Optional<Allowance> own() {
        if (ALL_LIMITS.stream().noneMatch(given::containsKey)) {
            return Optional.empty();
        }
        String all = "a number, because limits of its own are " + String.join(", ", LIMITS) + " together";
        String rows = given.get(ROWS);
        String queries = given.get(QUERIES);
        int minute = (int) limit(required("minute", all), Integer.MAX_VALUE);
        int hour = (int) limit(required("hour", all), Integer.MAX_VALUE);
        int day = (int) limit(required("day", all), Integer.MAX_VALUE);
        if (!rising(minute, hour, day)) {
            throw new IllegalArgumentException("its hour must be at least its minute, and its day at least its hour");
        }
        return Optional.of(new Allowance(minute, hour, day,
                rows == null ? Allowance.UNLIMITED : limit(rows, Long.MAX_VALUE),
                (int) limit(required("streams", all), Integer.MAX_VALUE), queries == null
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) limit(queries, Integer.MAX_VALUE))));
    }

    private static long limit(String text, long most) {
        String wanted = "its limits must be whole numbers from 1 to " + most;
        try {
            long limit = Long.parseLong(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(wanted);
        }
        throw new IllegalArgumentException(wanted);
    }

    private String required(String label, String what) {
        String value = given.get(label);
        if (value == null) {
            throw new IllegalArgumentException("it needs " + label + "=, " + what);
        }
        return value;
    }
}
