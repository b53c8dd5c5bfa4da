package io.focusgen.http.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that can be wrong with a request: a closed list, so that a client can tell one from another. The name of each is
 * part of the API.
 */
public enum ProblemType {
    INVALID_PARAMETERS(400, "The parameters do not describe a data set",
            "At least one parameter is unknown, empty, repeated, of the wrong type, out of range or at odds with another.",
            "Every error is listed in violations, with the parameter, what was given, what is allowed and the nearest valid"
                    + " value. Correct them and ask again."),
    MALFORMED_REQUEST(400, "The request cannot be read",
            "The request line, a header or the framing of the body is not valid HTTP.",
            "Percent-encode the path and send plain headers; most clients do so by themselves."),
    MALFORMED_BODY(400, "The body cannot be read",
            "The body is not what its Content-Type says, or not text in UTF-8.",
            "Correct the place that line and column name. A JSON body is one object whose members are parameters."),
    UNEXPECTED_BODY(400, "The method takes no body",
            "The request carries a body, but only POST has one here.",
            "Send the body with POST, or put the parameters into the query string."),
    CONFLICTING_CREDENTIALS(400, "The request says twice who asks",
            "The request has more than one of a key, a token and the cookie of a session, and they are not the same.",
            "Send one of them: Authorization: Bearer with a key or token, or X-API-Key, or the cookie."),
    UNAUTHENTICATED(401, "It is not known who asks",
            "This needs a key, a token or a session, and the request has none, or one that lets nobody in.",
            "Send an API key as Authorization: Bearer or as X-API-Key. Whoever runs the service makes keys with the verb key."),
    MISSING_SCOPE(403, "The caller may not do this",
            "It is known who asks, but their key or token lacks the scope that this needs.",
            "Ask whoever runs the service for a key with that scope."),
    CROSS_SITE_REQUEST(403, "A page of another origin made this request",
            "A browser sent this for a page that is not part of this service and not trusted by it.",
            "Ask from a page of this service, or without a browser; or let whoever runs the service add the origin of the page to"
                    + " CORS_ORIGINS."),
    WRONG_CSRF_TOKEN(403, "The request does not prove that the page meant it",
            "A session changes something only with its token in the header X-CSRF-Token and in the cookie focus-csrf.",
            "Copy the value of the cookie focus-csrf into the header X-CSRF-Token; GET /api/v1/session has it, too."),
    UNKNOWN_PATH(404, "There is nothing at this path",
            "The path is not part of this service.",
            "Data sets are at /api/v1/{data set}.{format}, for example /api/v1/cost-and-usage.csv. What can be asked is at"
                    + " /api/v1/catalog and, to try, at /docs."),
    UNKNOWN_DATA_SET(404, "There is no such data set",
            "The last part of the path names a data set or answer sheet that this service does not have.",
            "Take one of those listed in allowed."),
    UNKNOWN_JOB(404, "There is no such job",
            "The path names a job that this service does not have, or not for you.",
            "Look at /api/v1/jobs for the jobs that you have. Jobs are forgotten some days after their end."),
    UNKNOWN_JOB_FILE(404, "The job has no such file",
            "The path names a file that the job does not have, or not yet, or that has been removed because it is old.",
            "Take one of those that the document of the job lists. What has been removed is made anew at its canonicalUrl."),
    METHOD_NOT_ALLOWED(405, "The path does not take this method",
            "The path exists, but not for this HTTP method.",
            "Use one of the methods in the Allow header."),
    UNKNOWN_FORMAT(406, "The data set is not written in this format",
            "What follows the first dot of the last part of the path is not a format of the data set.",
            "Take one of those listed in allowed. The format stands in the path; the Accept header is not looked at."),
    REQUEST_TIMEOUT(408, "The body did not arrive in time",
            "The request was begun, but its body was not complete within the time for it.",
            "Send the body at once, or put the parameters into the query string."),
    PRECONDITION_FAILED(412, "The condition of the request is not met",
            "If-None-Match names the tag of what a POST would give, or If-Match names none of the file of a job.",
            "Take what you hold, or leave the header out."),
    CONTENT_TOO_LARGE(413, "The body is too large",
            "The request has a larger body than this service reads, 256 KiB.",
            "Leave out parameters that have their default value."),
    URI_TOO_LONG(414, "The request line is too long",
            "The path or the query string is longer than this service reads. A query string may have 8192 characters.",
            "Leave out parameters that have their default value, or send them as the body of a POST."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a type that is not read here",
            "The Content-Type is missing or another than application/json, that of a form for example, or the body is"
                    + " compressed.",
            "Send the parameters as application/json, encoded in UTF-8."),
    RANGE_NOT_SATISFIABLE(416, "The file has no such bytes",
            "The Range header asks for bytes behind the end of the file.",
            "Take the length of the file from Content-Range."),
    IDEMPOTENCY_KEY_REUSED(422, "The key belongs to another request",
            "The Idempotency-Key was sent before with other parameters; it is good for 24 hours.",
            "Send each request with a key of its own, and only the same request with the same key."),
    QUOTA_EXCEEDED(429, "You have asked for as much as you may",
            "Requests, rows or answers at once are more than one caller may ask for here; violated-policies names which of the"
                    + " limits in the header RateLimit-Policy. The request has used nothing up.",
            "Ask again after the seconds in Retry-After: not before, because who keeps asking waits longer."),
    ABNORMAL_USAGE_DETECTED(429, "You kept asking while you were refused",
            "Many requests in a minute came while they were refused. Each time this happens the wait is twice as long, up to"
                    + " an hour; it ends by itself.",
            "Ask again after the seconds in Retry-After, and let the client heed that header from then on."),
    HEADERS_TOO_LARGE(431, "The headers are too large",
            "The headers of the request together are larger than this service reads, 20 KiB.",
            "Leave out cookies and headers that mean nothing here."),
    INTERNAL_ERROR(500, "The service failed",
            "This is a fault of the service, not of the request.",
            "Try again; if it stays, report it with the requestId, by which the log entry is found."),
    OVERLOADED(503, "The service is busy",
            "As many data sets are being made, or jobs followed, as this service does at once; no one waits in line.",
            "Ask again after the seconds in Retry-After."),
    IDENTITY_UNAVAILABLE(503, "It cannot be found out who asks",
            "What issues the tokens cannot be reached, so that no token can be checked; keys are not affected.",
            "Ask again after the seconds in Retry-After; if it stays, whoever runs the service has to look at OIDC_URL."),
    JOB_QUEUE_FULL(503, "Too many jobs are waiting",
            "As many jobs are waiting as this service lets wait.",
            "Ask again after the seconds in Retry-After, or cancel jobs that are not needed any more."),
    JOBS_UNAVAILABLE(503, "There are no jobs at the moment",
            "What keeps the jobs of this service cannot be reached, or is not set up; streams are not affected.",
            "Ask again after the seconds in Retry-After; if it stays, the detail says what whoever runs the service has to"
                    + " set up.");

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** A few words without a full stop, the same for every problem of the type. */
    public String title() {
        return title;
    }

    /** Sentences: what has happened. */
    public String meaning() {
        return meaning;
    }

    /** Sentences: what to do about it. */
    public String remedy() {
        return remedy;
    }

    /** The name in paths, e.g. {@code invalid-parameters}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The path that identifies the type and has a page about it. */
    public String path() {
        return "/problems/" + label();
    }

    public static Optional<ProblemType> byLabel(String label) {
        return Stream.of(values()).filter(type -> type.label().equals(label)).findFirst();
    }

    /** The type for a status that a library chose. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 404 -> UNKNOWN_PATH;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> UNKNOWN_FORMAT;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> CONTENT_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> QUOTA_EXCEEDED;
            case 431 -> HEADERS_TOO_LARGE;
            default -> status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }

    /** All of them, in order of status. */
    public static List<ProblemType> all() {
        return List.of(values());
    }
}
