package io.focusgen.http.problem;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param line where in the body it went wrong, from 1; left out where that is not the problem
 * @param column beside line, from 1
 * @param allowed what would have been right; left out where that is not the problem
 * @param nearest the one of them that was probably meant; left out where none was
 * @param violatedPolicies names of the limits that the request went beyond; left out where these are not the problem
 * @param violations everything wrong with the parameters; left out where they are not the problem
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "requestId", "line", "column", "allowed", "nearest",
        "violated-policies", "violations"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String requestId, @Nullable Integer line,
        @Nullable Integer column, List<String> allowed, @Nullable String nearest,
        @JsonProperty("violated-policies") List<String> violatedPolicies, List<Entry> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

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

    /** As the client with this request sees it. */
    public static Problem of(Failure failure, String requestId) {
        ProblemType type = failure.type();
        Failure.Position position = failure.position();
        return new Problem(type.path(), type.title(), type.status(), failure.detail(), requestId,
                position == null ? null : position.line(), position == null ? null : position.column(),
                failure.allowed(), failure.nearest(), failure.violatedPolicies(),
                failure.violations().stream().map(Entry::of).toList());
    }
}
