package io.focusgen.http.openapi;

import static io.focusgen.http.problem.ProblemType.ABNORMAL_USAGE_DETECTED;
import static io.focusgen.http.problem.ProblemType.CONFLICTING_CREDENTIALS;
import static io.focusgen.http.problem.ProblemType.CONTENT_TOO_LARGE;
import static io.focusgen.http.problem.ProblemType.CROSS_SITE_REQUEST;
import static io.focusgen.http.problem.ProblemType.HEADERS_TOO_LARGE;
import static io.focusgen.http.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static io.focusgen.http.problem.ProblemType.IDENTITY_UNAVAILABLE;
import static io.focusgen.http.problem.ProblemType.INTERNAL_ERROR;
import static io.focusgen.http.problem.ProblemType.INVALID_PARAMETERS;
import static io.focusgen.http.problem.ProblemType.JOBS_UNAVAILABLE;
import static io.focusgen.http.problem.ProblemType.JOB_QUEUE_FULL;
import static io.focusgen.http.problem.ProblemType.MALFORMED_BODY;
import static io.focusgen.http.problem.ProblemType.MALFORMED_REQUEST;
import static io.focusgen.http.problem.ProblemType.MISSING_SCOPE;
import static io.focusgen.http.problem.ProblemType.OVERLOADED;
import static io.focusgen.http.problem.ProblemType.PRECONDITION_FAILED;
import static io.focusgen.http.problem.ProblemType.QUOTA_EXCEEDED;
import static io.focusgen.http.problem.ProblemType.RANGE_NOT_SATISFIABLE;
import static io.focusgen.http.problem.ProblemType.REQUEST_TIMEOUT;
import static io.focusgen.http.problem.ProblemType.UNAUTHENTICATED;
import static io.focusgen.http.problem.ProblemType.UNEXPECTED_BODY;
import static io.focusgen.http.problem.ProblemType.UNKNOWN_DATA_SET;
import static io.focusgen.http.problem.ProblemType.UNKNOWN_FORMAT;
import static io.focusgen.http.problem.ProblemType.UNKNOWN_JOB;
import static io.focusgen.http.problem.ProblemType.UNKNOWN_JOB_FILE;
import static io.focusgen.http.problem.ProblemType.UNKNOWN_PATH;
import static io.focusgen.http.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static io.focusgen.http.problem.ProblemType.URI_TOO_LONG;
import static io.focusgen.http.problem.ProblemType.WRONG_CSRF_TOKEN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.limit.CountedRequest;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.Problem;
import io.focusgen.http.problem.ProblemType;

/** What can go wrong with each operation, by status, with an example of each type. */
final class ProblemResponses {

    static final String SCHEMA = "Problem";

    /** What an operation can answer besides what can be asked for. */
    private static final String ANY = "any-other-problem";

    private static final String REQUEST_ID = "0b6ff7a5-6c1c-4b60-9d5e-1f4c5a0e2d11";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemResponses() {
    }

    /**
     * The types of problem that this operation answers certain requests with. Any can fail without being asked to; that is
     * among the others.
     */
    static Set<ProblemType> of(Endpoint endpoint, String method) {
        Set<ProblemType> types = EnumSet.of(MALFORMED_REQUEST, URI_TOO_LONG, HEADERS_TOO_LARGE, CONTENT_TOO_LARGE);
        boolean post = method.equals("POST");
        if (CountedRequest.of(endpoint, method).isPresent()) {
            types.addAll(Set.of(QUOTA_EXCEEDED, ABNORMAL_USAGE_DETECTED));
        }
        if (!post) {
            types.add(UNEXPECTED_BODY);
        }
        if (!endpoint.open()) {
            types.addAll(ofCallers(endpoint, method));
        }
        if (endpoint == Endpoint.EXPORT) {
            types.add(INTERNAL_ERROR);
        }
        if (endpoint == Endpoint.EXPORT || endpoint == Endpoint.TRUTH) {
            types.addAll(Set.of(UNKNOWN_DATA_SET, UNKNOWN_FORMAT));
        }
        if (endpoint.ofDataset()) {
            types.add(INVALID_PARAMETERS);
        }
        if (endpoint.ofDataset() && (plans(endpoint) || !method.equals("HEAD"))) {
            types.add(OVERLOADED);
        }
        if (endpoint.ofDataset() && post) {
            types.addAll(Set.of(MALFORMED_BODY, REQUEST_TIMEOUT, PRECONDITION_FAILED, UNSUPPORTED_MEDIA_TYPE));
        }
        if (endpoint.ofJobs()) {
            types.addAll(ofJobs(endpoint, method));
        }
        if (endpoint == Endpoint.CATALOG || endpoint == Endpoint.CACHE || endpoint == Endpoint.CACHE_STATS
                || endpoint == Endpoint.FIGURES || endpoint == Endpoint.HEALTH_IN_DETAIL) {
            types.add(INVALID_PARAMETERS);
        }
        if (endpoint == Endpoint.PROBLEM || endpoint == Endpoint.HOME) {
            types.add(UNKNOWN_PATH);
        }
        return types;
    }

    private static Set<ProblemType> ofCallers(Endpoint endpoint, String method) {
        boolean opens = endpoint == Endpoint.SESSION && method.equals("POST");
        boolean changes = method.equals("POST") || method.equals("DELETE");
        Set<ProblemType> types = EnumSet.of(CROSS_SITE_REQUEST, CONFLICTING_CREDENTIALS, UNAUTHENTICATED);
        if (endpoint.scope().isPresent()) {
            types.add(MISSING_SCOPE);
        }
        if (!opens) {
            types.add(IDENTITY_UNAVAILABLE);
        }
        if (changes && !opens) {
            types.add(WRONG_CSRF_TOKEN);
        }
        if (endpoint == Endpoint.SESSION) {
            types.add(INVALID_PARAMETERS);
        }
        if (opens) {
            types.addAll(Set.of(MALFORMED_BODY, REQUEST_TIMEOUT, UNSUPPORTED_MEDIA_TYPE));
        }
        return types;
    }

    private static Set<ProblemType> ofJobs(Endpoint endpoint, String method) {
        Set<ProblemType> types = EnumSet.of(JOBS_UNAVAILABLE, INVALID_PARAMETERS);
        if (endpoint != Endpoint.JOBS) {
            types.add(UNKNOWN_JOB);
        }
        if (endpoint == Endpoint.JOB_FILE) {
            types.addAll(Set.of(PRECONDITION_FAILED, UNKNOWN_JOB_FILE));
        }
        if (endpoint == Endpoint.JOB_FILE && method.equals("GET")) {
            types.add(RANGE_NOT_SATISFIABLE);
        }
        if (endpoint == Endpoint.JOB_EVENTS) {
            types.add(OVERLOADED);
        }
        if (method.equals("POST")) {
            types.addAll(Set.of(MALFORMED_BODY, REQUEST_TIMEOUT, UNSUPPORTED_MEDIA_TYPE, OVERLOADED,
                    JOB_QUEUE_FULL, IDEMPOTENCY_KEY_REUSED));
        }
        return types;
    }

    /** Whether a HEAD is answered from a plan. */
    private static boolean plans(Endpoint endpoint) {
        return endpoint != Endpoint.PRICE_LIST && endpoint != Endpoint.PRICE_LIST_AS_CSV;
    }

    /** Adds an answer for every status of these types, and one for any other. */
    static void addTo(APIResponses responses, Set<ProblemType> types) {
        byStatus(types).forEach((status, same) -> responses.addAPIResponse(Integer.toString(status),
                OASFactory.createAPIResponse().ref(name(same))));
        responses.setDefaultValue(OASFactory.createAPIResponse().ref(ANY));
    }

    /** Every answer that an operation refers to: most of them have the same ones. */
    static Map<String, APIResponse> responses() {
        Map<String, APIResponse> responses = new TreeMap<>();
        responses.put(ANY, response("Any other problem; all types are at /problems.", problem()));
        for (Endpoint endpoint : Endpoint.values()) {
            for (String method : endpoint.methods()) {
                byStatus(of(endpoint, method)).values().forEach(same -> responses.put(name(same), response(same)));
            }
        }
        return responses;
    }

    private static String name(List<ProblemType> types) {
        return types.stream().map(ProblemType::label).collect(Collectors.joining("_"));
    }

    private static Map<Integer, List<ProblemType>> byStatus(Set<ProblemType> types) {
        return types.stream().collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
    }

    private static APIResponse response(List<ProblemType> types) {
        MediaType problem = problem();
        types.forEach(type -> problem.addExample(type.label(), OASFactory.createExample().ref(type.label())));
        APIResponse response = response(types.stream().map(ProblemType::title).collect(Collectors.joining("; ")) + ".",
                problem);
        if (types.contains(OVERLOADED) || types.contains(JOBS_UNAVAILABLE) || types.contains(IDENTITY_UNAVAILABLE)
                || types.contains(QUOTA_EXCEEDED)) {
            response.addHeader("Retry-After", OASFactory.createHeader().description("Seconds to wait.")
                    .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)).example(5));
        }
        return response;
    }

    private static MediaType problem() {
        return OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA));
    }

    private static APIResponse response(String description, MediaType problem) {
        return OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem))
                .addHeader("X-Request-Id", OASFactory.createHeader().ref("X-Request-Id"));
    }

    /** An example of every type. */
    static Map<String, Example> examples() {
        Map<String, Example> examples = new TreeMap<>();
        for (ProblemType type : ProblemType.all()) {
            Problem problem = Problem.of(FailureExamples.of(type), REQUEST_ID);
            examples.put(type.label(), OASFactory.createExample().summary(type.title()).description(type.remedy())
                    .value(JSON.convertValue(problem, Map.class)));
        }
        return examples;
    }

    static Schema schema() {
        Schema violation = OASFactory.createSchema().addType(SchemaType.OBJECT)
                .addProperty("field", text().description("The parameter."))
                .addProperty("value", nullable().description("What was given, at most 100 characters of it."))
                .addProperty("allowed", text().description("What is allowed, in a sentence."))
                .addProperty("nearest", nullable().description("The nearest valid value."))
                .required(List.of("field", "value", "allowed", "nearest"));
        List<Object> paths = new ArrayList<>(ProblemType.all().stream().map(ProblemType::path).toList());
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("Every answer that is not what was asked for (RFC 9457).")
                .addProperty("type", text().enumeration(paths).description("A path that has a page about it."))
                .addProperty("title", text()).addProperty("status", integer())
                .addProperty("detail", text().description("What is particular about this one."))
                .addProperty("requestId", text().description("As in X-Request-Id and in the log."))
                .addProperty("line", integer().description("Where in the body it went wrong, from 1."))
                .addProperty("column", integer().description("Where in the line, from 1."))
                .addProperty("allowed", texts("What would have been right."))
                .addProperty("nearest", text().description("The one of them that was probably meant."))
                .addProperty("violated-policies", texts("Names of the limits that the request went beyond."))
                .addProperty("violations", OASFactory.createSchema().addType(SchemaType.ARRAY).items(violation)
                        .description("Everything wrong with the parameters."))
                .required(List.of("type", "title", "status", "detail", "requestId"));
    }

    private static Schema texts(String description) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(text()).description(description);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema nullable() {
        return text().addType(SchemaType.NULL);
    }

    private static Schema integer() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }
}
