package io.focusgen.http.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.spec.Violation;

/**
 * Everything that can go wrong with a request, as a value: {@link Problem} is how a client sees it. Closed, so that nothing
 * leaves the service that is not one of these.
 */
public sealed interface Failure {

    ProblemType type();

    /** What is particular about this one, in a sentence or two. */
    default String detail() {
        return type().meaning();
    }

    /** What would have been right; empty where that is not the point. */
    default List<String> allowed() {
        return List.of();
    }

    /** The one of {@link #allowed} that was probably meant, or null. */
    default @Nullable String nearest() {
        return null;
    }

    /** What is wrong with the parameters; empty where they are not the problem. */
    default List<Violation> violations() {
        return List.of();
    }

    /** Names of the limits that the request went beyond; empty where these are not the problem. */
    default List<String> violatedPolicies() {
        return List.of();
    }

    /** Where in the body it went wrong, or null. */
    default @Nullable Position position() {
        return null;
    }

    /** What the answer says in headers. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** Whether what follows on the connection cannot be read as another request. */
    default boolean closes() {
        return false;
    }

    /**
     * A place in a body.
     *
     * @param line from 1
     * @param column from 1, in characters
     */
    record Position(int line, int column) {

        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /**
     * The parameters.
     *
     * @param violations the first of them, at least one, as many as 48 KiB of JSON hold: a short request that is wrong all over
     *     would else have a long answer
     * @param found how many there are
     */
    record Refused(List<Violation> violations, int found) implements Failure {

        private static final int MOST_BYTES = 48 << 10;

        /** Names of members and punctuation. */
        private static final int MEMBERS = 60;

        /** Of all these violations. */
        public Refused(List<Violation> all) {
            this(shown(all), all.size());
        }

        public Refused {
            violations = List.copyOf(violations);
        }

        private static List<Violation> shown(List<Violation> all) {
            int shown = 0;
            int bytes = 0;
            while (shown < all.size() && (shown == 0 || bytes < MOST_BYTES)) {
                bytes += bytes(all.get(shown));
                shown++;
            }
            return all.subList(0, bytes < MOST_BYTES ? shown : Math.max(1, shown - 1));
        }

        private static int bytes(Violation violation) {
            return MEMBERS + bytes(violation.field()) + bytes(violation.value()) + bytes(violation.message())
                    + bytes(violation.nearest());
        }

        /** In UTF-8, with a backslash before each quote and backslash; nothing else that is shown needs one. */
        private static int bytes(@Nullable String text) {
            return text == null
                    ? 0
                    : text.getBytes(StandardCharsets.UTF_8).length
                            + (int) text.chars().filter(c -> c == '"' || c == '\\').count();
        }

        @Override
        public ProblemType type() {
            return ProblemType.INVALID_PARAMETERS;
        }

        @Override
        public String detail() {
            String told = found == violations.size() ? "" : ", of which " + violations.size() + " are listed";
            return found == 1
                    ? "One thing is wrong with the parameters."
                    : found + " things are wrong with the parameters" + told + ".";
        }
    }

    /** A name that is none of those allowed. */
    record Unknown(ProblemType type, String detail, List<String> allowed, @Nullable String nearest) implements Failure {

        public Unknown {
            allowed = List.copyOf(allowed);
        }
    }

    /** A path asked with a method that it does not take. */
    record WrongMethod(String path, List<String> allowed, @Nullable String nearest) implements Failure {

        public WrongMethod {
            allowed = List.copyOf(allowed);
        }

        @Override
        public ProblemType type() {
            return ProblemType.METHOD_NOT_ALLOWED;
        }

        @Override
        public String detail() {
            return Violation.echo(path) + " takes " + String.join(", ", allowed) + ".";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Allow", String.join(", ", allowed));
        }
    }

    /**
     * Something that breaks its own syntax, goes beyond its bounds or does not arrive.
     *
     * @param closes whether the rest of it may still come
     */
    record Unreadable(ProblemType type, String detail, @Nullable Position position, boolean closes) implements Failure {
    }

    /**
     * More work than there is room for.
     *
     * @param retryAfter how long to wait, whole seconds
     * @param closes whether the rest of a body may still come
     */
    record Overloaded(Duration retryAfter, boolean closes) implements Failure {

        @Override
        public ProblemType type() {
            return ProblemType.OVERLOADED;
        }

        @Override
        public String detail() {
            return "All places are taken; ask again in " + retryAfter.toSeconds() + " s.";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", Long.toString(retryAfter.toSeconds()));
        }
    }

    /**
     * The process is about to end.
     *
     * @param retryAfter by when another one may have taken its place, whole seconds
     */
    record Ending(Duration retryAfter) implements Failure {

        @Override
        public ProblemType type() {
            return ProblemType.OVERLOADED;
        }

        @Override
        public String detail() {
            return "This process is about to end; ask again in " + retryAfter.toSeconds() + " s on a new connection.";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", Long.toString(retryAfter.toSeconds()));
        }

        @Override
        public boolean closes() {
            return true;
        }
    }

    /**
     * More than the caller may ask for.
     *
     * @param retryAfter after which the same would be answered if the caller asks for nothing else; whole seconds, at least 1
     * @param violatedPolicies names of the limits, as in the header RateLimit-Policy
     * @param closes whether the body of the request may still come
     */
    record OverLimit(ProblemType type, String detail, Duration retryAfter, List<String> violatedPolicies,
            boolean closes)
            implements
                Failure {

        public OverLimit {
            violatedPolicies = List.copyOf(violatedPolicies);
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", Long.toString(retryAfter.toSeconds()));
        }
    }

    /**
     * A type with words of its own.
     *
     * @param retryAfter how long to wait, whole seconds, or null
     */
    record Told(ProblemType type, String detail, @Nullable Duration retryAfter) implements Failure {

        @Override
        public Map<String, String> headers() {
            return retryAfter == null ? Map.of() : Map.of("Retry-After", Long.toString(retryAfter.toSeconds()));
        }
    }

    /**
     * Nobody knows who asks, or they may not.
     *
     * @param headers that say how to do better
     */
    record Unidentified(ProblemType type, String detail, Map<String, String> headers) implements Failure {

        public Unidentified {
            headers = Map.copyOf(headers);
        }
    }

    /** Bytes of a file behind its end. @param bytes that it has */
    record BeyondTheEnd(long bytes) implements Failure {

        @Override
        public ProblemType type() {
            return ProblemType.RANGE_NOT_SATISFIABLE;
        }

        @Override
        public String detail() {
            return "The file has " + bytes + " bytes.";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Content-Range", "bytes */" + bytes);
        }
    }

    /** A type that needs no further words. */
    record Plain(ProblemType type) implements Failure {
    }
}
