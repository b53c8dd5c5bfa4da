package io.focusgen.http.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.focusgen.guard.Scope;
import io.focusgen.spec.ServicePaths;

/** Every path that the service answers, and with which methods: the table behind 404, 405 and the OpenAPI document. */
public enum Endpoint {
    HOME("/", "GET", "HEAD"),
    EXPORT("/api/v1/{dataset}.{format}", "GET", "HEAD", "POST"),
    PREVIEW("/api/v1/preview", "GET", "HEAD", "POST"),
    PRICE_LIST("/api/v1/price-list", "GET", "HEAD", "POST"),
    PRICE_LIST_AS_CSV("/api/v1/price-list.csv", "GET", "HEAD", "POST"),
    TRUTH("/api/v1/truth/{sheet}.{format}", "GET", "HEAD", "POST"),
    BUNDLE(ServicePaths.BUNDLE, "GET", "HEAD", "POST"),
    JOBS("/api/v1/jobs", "GET", "HEAD", "POST"),
    JOB("/api/v1/jobs/{id}", "GET", "HEAD", "DELETE"),
    JOB_EVENTS("/api/v1/jobs/{id}/events", "GET"),
    JOB_FILE("/api/v1/jobs/{id}/files/{name}", "GET", "HEAD"),
    CATALOG("/api/v1/catalog", "GET", "HEAD"),
    CACHE("/api/v1/monitoring/cache", "DELETE"),
    CACHE_STATS("/api/v1/monitoring/cache/stats", "GET", "HEAD"),
    FIGURES("/api/v1/monitoring/metrics", "GET", "HEAD"),
    SESSION("/api/v1/session", "GET", "HEAD", "POST", "DELETE"),
    DOCS("/docs", "GET", "HEAD"),
    PROBLEMS("/problems", "GET", "HEAD"),
    PROBLEM("/problems/{type}", "GET", "HEAD"),
    HEALTH("/q/health", "GET", "HEAD"),
    READY("/q/health/ready", "GET", "HEAD"),
    LIVE("/q/health/live", "GET", "HEAD"),
    STARTED("/q/health/started", "GET", "HEAD"),
    METRICS("/q/metrics", "GET", "HEAD"),
    OPENAPI("/q/openapi", "GET", "HEAD"),
    SWAGGER_UI("/q/swagger-ui", "GET", "HEAD"),
    HEALTH_FOR_SHORT("/health", "GET", "HEAD"),
    HEALTH_IN_DETAIL("/health/detailed", "GET", "HEAD"),
    METRICS_FOR_SHORT("/metrics", "GET", "HEAD");

    /** What may be asked of every path: which methods it takes. */
    public static final String OPTIONS = "OPTIONS";

    private static final String API = "/api/";

    /** Each request is looked up several times, before it is known whether it can be served. */
    private static final Map<String, Endpoint> BY_TEMPLATE = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(Endpoint::template, endpoint -> endpoint));

    /** The page and what it loads lie in one folder; other names never reach who looks for files. */
    private static final Pattern OF_PAGE = Pattern.compile("[A-Za-z0-9._-]*");

    private final String template;
    private final List<String> methods;

    Endpoint(String template, String... methods) {
        this.template = template;
        this.methods = List.of(methods);
    }

    /** The path, with names in braces for what differs. */
    public String template() {
        return template;
    }

    /** Whether it takes the parameters of a data set. */
    public boolean ofDataset() {
        return this == EXPORT || this == PREVIEW || this == PRICE_LIST || this == PRICE_LIST_AS_CSV
                || this == TRUTH || this == BUNDLE;
    }

    /** Whether it is about jobs. */
    public boolean ofJobs() {
        return this == JOBS || this == JOB || this == JOB_EVENTS || this == JOB_FILE;
    }

    /**
     * Whether everybody may ask, known or not: the page, what explains, what machines ask about the process, and the way in.
     * Nothing that a caller has is told there.
     */
    public boolean open() {
        return !template.startsWith(API);
    }

    /** What a caller needs to be allowed to ask; empty where being known is enough. */
    public Optional<Scope> scope() {
        if (open() || this == SESSION) {
            return Optional.empty();
        }
        return Optional.of(this == CACHE || this == CACHE_STATS || this == FIGURES ? Scope.ADMIN : Scope.GENERATE);
    }

    /** Without OPTIONS, which every path takes. */
    public List<String> methods() {
        return methods;
    }

    /** As in an Allow header. */
    public List<String> allowed() {
        return Stream.concat(methods.stream(), Stream.of(OPTIONS)).toList();
    }

    /** The endpoint at exactly this path; that there is such a file or problem is not looked at. */
    public static Optional<Endpoint> at(String path) {
        Endpoint literal = BY_TEMPLATE.get(path);
        if (literal != null) {
            return Optional.of(literal);
        }
        if (path.startsWith(SWAGGER_UI.template + '/')) {
            return Optional.of(SWAGGER_UI)
                    .filter(page -> OF_PAGE.matcher(path.substring(page.template.length() + 1)).matches());
        }
        if (path.startsWith(JOBS.template + '/')) {
            return ofJob(path.substring(JOBS.template.length() + 1));
        }
        if (path.startsWith(TruthFile.FOLDER) && isName(path.substring(TruthFile.FOLDER.length()))) {
            return Optional.of(TRUTH);
        }
        if (path.startsWith(ExportFile.FOLDER) && isName(path.substring(ExportFile.FOLDER.length()))) {
            return Optional.of(EXPORT);
        }
        String problems = PROBLEMS.template + '/';
        return path.startsWith(problems) && isName(path.substring(problems.length()))
                ? Optional.of(PROBLEM)
                : Optional.empty();
    }

    /** @param rest behind the slash */
    private static Optional<Endpoint> ofJob(String rest) {
        String[] parts = rest.split("/", -1);
        if (Stream.of(parts).anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        if (parts.length == 1) {
            return Optional.of(JOB);
        }
        if (parts.length == 2 && parts[1].equals("events")) {
            return Optional.of(JOB_EVENTS);
        }
        return parts.length > 2 && parts[1].equals("files") ? Optional.of(JOB_FILE) : Optional.empty();
    }

    /** Whether the path begins like one of these: what is below them and none of them does not exist. */
    public static boolean ours(String path) {
        return Stream.of(values()).map(endpoint -> first(endpoint.template)).anyMatch(first(path)::equals);
    }

    /** Up to the second slash. */
    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    /** The last parts of the paths in {@code folder} that are no templates. */
    static List<String> in(String folder) {
        return Stream.of(values()).map(Endpoint::template).filter(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length())).filter(name -> name.indexOf('{') < 0).toList();
    }

    private static boolean isName(String segment) {
        return !segment.isEmpty() && segment.indexOf('/') < 0;
    }
}
