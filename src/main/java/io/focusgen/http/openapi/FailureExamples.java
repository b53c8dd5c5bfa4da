package io.focusgen.http.openapi;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.focusgen.focus.Dataset;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.Violation;
import io.focusgen.stream.Format;

/** What each type of problem looks like. */
final class FailureExamples {

    private FailureExamples() {
    }

    static Failure of(ProblemType type) {
        return switch (type) {
            case INVALID_PARAMETERS -> new Failure.Refused(List.of(
                    new Violation(Parameter.PROFILE.label(), "entreprise",
                            "Must be " + Parameter.PROFILE.type().allowed() + ".", "enterprise"),
                    new Violation("sede", "42", "There is no such parameter; there are "
                            + String.join(", ", Parameter.labels()) + ".", "seed")));
            case MALFORMED_BODY -> {
                Failure.Position position = new Failure.Position(1, 11);
                yield new Failure.Unreadable(type, "The body cannot be read at " + position
                        + ". Unexpected character (',' (code 44)): expected a value.", position, false);
            }
            case UNEXPECTED_BODY -> unreadable(type, "GET takes no body; send it with POST.");
            case UNKNOWN_PATH -> new Failure.Unknown(type, "There is nothing at /api/v1/catalogs/all.",
                    List.of("/api/v1/{dataset}.{format}", "/api/v1/catalog"), "/api/v1/catalog");
            case UNKNOWN_DATA_SET -> new Failure.Unknown(type, "There is no data set cost-and-usge; there is "
                    + String.join(", ", Dataset.labels()) + ".", Dataset.labels(), "cost-and-usage");
            case METHOD_NOT_ALLOWED -> new Failure.WrongMethod("/api/v1/catalog", List.of("GET", "HEAD", "OPTIONS"),
                    null);
            case UNKNOWN_FORMAT -> new Failure.Unknown(type, "cost-and-usage is not written as cvs; there is "
                    + String.join(", ", Format.extensions()) + ".", Format.extensions(), "csv");
            case REQUEST_TIMEOUT -> unreadable(type, "The body was not complete after 30000 ms.");
            case CONTENT_TOO_LARGE -> unreadable(type, "The body has 300000 bytes; at most 262144 are read.");
            case URI_TOO_LONG -> unreadable(type, "The query string has 9000 characters; at most 8192 are read.");
            case UNSUPPORTED_MEDIA_TYPE -> new Failure.Unknown(type,
                    "A form is not read here; send it as application/json.", List.of("application/json"),
                    "application/json");
            case CONFLICTING_CREDENTIALS -> new Failure.Told(type,
                    "The request has two different credentials, in Authorization and X-API-Key; send one.", null);
            case UNAUTHENTICATED ->
                new Failure.Unidentified(type, "This needs an API key, as Authorization: Bearer or as"
                        + " X-API-Key.", Map.of("WWW-Authenticate", "Bearer realm=\"focus-generator\""));
            case MISSING_SCOPE ->
                new Failure.Unidentified(type, "This needs the scope generate; the caller has validate.",
                        Map.of("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"generate\""));
            case IDENTITY_UNAVAILABLE -> new Failure.Told(type,
                    "What issues the tokens cannot be reached; ask again in 5 s.", Duration.ofSeconds(5));
            case JOB_QUEUE_FULL -> new Failure.Told(type, "As many jobs are waiting as may wait, 100. Ask again later.",
                    Duration.ofSeconds(10));
            case JOBS_UNAVAILABLE -> new Failure.Told(type, "The state of jobs cannot be read or written on this disk;"
                    + " whoever runs the service finds the cause in the log.", Duration.ofSeconds(5));
            case QUOTA_EXCEEDED -> new Failure.OverLimit(type,
                    "You have asked as often as you may, 10 in any 1 min; ask again in 37 s.", Duration.ofSeconds(37),
                    List.of("minute"), false);
            case ABNORMAL_USAGE_DETECTED -> new Failure.OverLimit(type,
                    "You kept asking while you were refused; ask again in 10 s.", Duration.ofSeconds(10), List.of(),
                    false);
            case RANGE_NOT_SATISFIABLE -> new Failure.BeyondTheEnd(48_120);
            case OVERLOADED -> new Failure.Overloaded(Duration.ofSeconds(5), false);
            case MALFORMED_REQUEST, UNKNOWN_JOB, UNKNOWN_JOB_FILE, IDEMPOTENCY_KEY_REUSED, PRECONDITION_FAILED,
                    HEADERS_TOO_LARGE, CROSS_SITE_REQUEST, WRONG_CSRF_TOKEN,
                    INTERNAL_ERROR ->
                new Failure.Plain(type);
        };
    }

    private static Failure unreadable(ProblemType type, String detail) {
        return new Failure.Unreadable(type, detail, null, false);
    }
}
