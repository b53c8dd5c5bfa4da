package io.focusgen.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import io.focusgen.spec.Violation;

/**
 * The body of every answer that is not what was asked for (RFC 9457).
 *
 * @param type a path of this service that has a page about it
 * @param title the same for every problem of the type
 * @param status the HTTP status
 * @param detail what is particular about this one, in a sentence
 * @param requestId as in the X-Request-Id header and in the log
 * @param allowed the names that would have been found; left out where that is not the problem
 * @param nearest the one of them that was probably meant; left out where none was
 * @param violations everything wrong with the parameters; left out where they are not the problem
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "requestId", "allowed", "nearest", "violations"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String requestId,
        @Nullable List<String> allowed, @Nullable String nearest, @Nullable List<Entry> violations) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One violation.
     *
     * @param field the parameter
     * @param value what was given, at most 100 characters; null where nothing was
     * @param allowed a sentence
     * @param nearest the nearest valid value, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({"field", "value", "allowed", "nearest"})
    public record Entry(String field, @Nullable String value, String allowed, @Nullable String nearest) {

        static Entry of(Violation violation) {
            return new Entry(violation.field(), violation.value(), violation.message(), violation.nearest());
        }
    }

    static Problem of(ProblemType type, String detail, String requestId) {
        return new Problem(type.path(), type.title(), type.status(), detail, requestId, null, null, null);
    }

    static Problem of(List<Violation> violations, String requestId) {
        ProblemType type = ProblemType.INVALID_PARAMETERS;
        String detail = violations.size() == 1
                ? "One thing is wrong with the parameters."
                : violations.size() + " things are wrong with the parameters.";
        return new Problem(type.path(), type.title(), type.status(), detail, requestId, null, null,
                violations.stream().map(Entry::of).toList());
    }
}
