package io.focusgen.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.tags.Tag;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleParameter;
import io.focusgen.cache.Region;
import io.focusgen.focus.Dataset;
import io.focusgen.http.ExportHeader;
import io.focusgen.http.limit.CountedRequest;
import io.focusgen.http.limit.LimitHeader;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Documented;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.PreviewParameter;
import io.focusgen.stream.Format;
import io.focusgen.table.TableFormat;
import io.focusgen.truth.Sheet;
import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Fills the empty document of the service: a path for each {@link Endpoint}, everything that is shared in components. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String BODY = "Parameters";
    private static final String PREVIEW_BODY = "PreviewParameters";
    private static final String BUNDLE_BODY = "BundleParameters";
    private static final String JSON = "application/json";
    private static final String DATA_SETS = "Data sets";
    private static final String ABOUT = "About a data set";
    private static final String PROBLEMS = "Problems";
    private static final String OPERATIONS = "Operations";

    /** What every answer about a data set says of it. */
    private static final ExportHeader[] ALWAYS = {ExportHeader.ETAG, ExportHeader.CACHE_CONTROL, ExportHeader.LINK,
            ExportHeader.SEED};

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.info(OASFactory.createInfo().title("FOCUS generator").version(GeneratorVersion.CURRENT)
                .description(
                        "Invents a company and streams its cloud bill as FOCUS data: the same request gives the same"
                                + " bytes. To begin: *GET /api/v1/{dataset}.{format}*, *Try it out*, *Execute* gives a hundred"
                                + " rows; every parameter may be left out.\n\n" + Documentation.SPELLING)
                .license(OASFactory.createLicense().name("MIT").identifier("MIT")));
        api.setServers(List.of(OASFactory.createServer().url("/")));
        api.setTags(List.of(tag(DATA_SETS, "The rows of a bill, as files."),
                tag(ABOUT,
                        "What is in it before you take it, the price of everything in it, and all that can be asked for."),
                tag("Jobs", "Files that are written while nobody waits."),
                tag(SessionOperations.TAG, "Who asks."),
                tag(PROBLEMS, "What it means where the answer is not what was asked for."),
                tag(OPERATIONS, "For those who run the service.")));
        api.components(components());
        api.paths(OASFactory.createPaths());
        for (Endpoint endpoint : Endpoint.values()) {
            api.getPaths().addPathItem(endpoint.template(), path(endpoint));
        }
    }

    private static Tag tag(String name, String description) {
        return OASFactory.createTag().name(name).description(description);
    }

    private static Components components() {
        Components components = OASFactory.createComponents()
                .addSchema(ProblemResponses.SCHEMA, ProblemResponses.schema())
                .addSchema(BODY, body(List.of(Parameter.values())))
                .addSchema(PREVIEW_BODY, body(preview()))
                .addSchema(BUNDLE_BODY, body(bundle()))
                .addSchema(JobOperations.BODY, body(JobOperations.parameters()))
                .addSchema(JobOperations.DOCUMENT, JobOperations.document())
                .addSchema(SessionOperations.DOCUMENT, SessionOperations.document())
                .addHeader(REQUEST_ID, OASFactory.createHeader().schema(text()).example("order-42")
                        .description(
                                "The name of the request in problems and in the log: the one that the client gave, if"
                                        + " it is at most 64 letters, digits, dots, hyphens and underscores."));
        SessionOperations.schemes().forEach(components::addSecurityScheme);
        ProblemResponses.examples().forEach(components::addExample);
        ProblemResponses.responses().forEach(components::addResponse);
        for (ExportHeader header : ExportHeader.values()) {
            components.addHeader(header.label(), OASFactory.createHeader().description(header.help()).schema(text())
                    .example(header.example()));
        }
        for (LimitHeader header : LimitHeader.values()) {
            components.addHeader(header.label(), OASFactory.createHeader().description(header.help()).schema(text())
                    .example(header.example()));
        }
        for (Documented parameter : Stream.concat(preview().stream(), JobOperations.own().stream()).toList()) {
            components.addParameter(parameter.label(), ParameterSchemas.query(parameter));
        }
        return components;
    }

    /** Those of a data set, and the preview's own before them. */
    private static List<Documented> preview() {
        return Stream.<Documented>concat(Stream.of(PreviewParameter.values()), Stream.of(Parameter.values())).toList();
    }

    /** Those of a data set, and the bundle's own before them. */
    private static List<Documented> bundle() {
        return Stream.<Documented>concat(Stream.of(BundleParameter.values()), Stream.of(Parameter.values())).toList();
    }

    private static Schema body(List<? extends Documented> parameters) {
        Schema body = OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("The same parameters as in a query string. " + Documentation.SPELLING);
        for (Documented parameter : parameters) {
            body.addProperty(parameter.label(), ParameterSchemas.member(parameter));
        }
        return body.additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    private static PathItem path(Endpoint endpoint) {
        PathItem item = OASFactory.createPathItem();
        for (String method : endpoint.methods()) {
            item.setOperation(PathItem.HttpMethod.valueOf(method), operation(endpoint, method));
        }
        return item;
    }

    private static Operation operation(Endpoint endpoint, String method) {
        Operation operation = switch (endpoint) {
            case EXPORT -> export(method);
            case PREVIEW -> preview(method);
            case PRICE_LIST -> priceList(method, TableFormat.JSON);
            case PRICE_LIST_AS_CSV -> priceList(method, TableFormat.CSV);
            case TRUTH -> truth(method);
            case BUNDLE -> bundle(method);
            case JOBS, JOB, JOB_EVENTS, JOB_FILE -> JobOperations.of(endpoint, method);
            case SESSION -> SessionOperations.of(method);
            case CATALOG -> simple(ABOUT, "What can be asked: data sets, formats, parameters, scenarios, providers",
                    JSON);
            case PROBLEMS -> simple(PROBLEMS, "All types of problem", "text/html");
            case PROBLEM -> simple(PROBLEMS, "What a type of problem means and what to do", "text/html")
                    .addParameter(OASFactory.createParameter().name("type").in(In.PATH).required(true).schema(text())
                            .example("invalid-parameters"));
            case HEALTH, HEALTH_FOR_SHORT -> simple(OPERATIONS, "Whether the service is well", JSON);
            case HEALTH_IN_DETAIL -> simple(OPERATIONS, "How well each part of the service is, and since when", JSON);
            case CACHE_STATS -> simple(OPERATIONS, "What is kept of what was made before, and how much good it does",
                    JSON);
            case CACHE -> simple(OPERATIONS, "Forgets what is kept", JSON)
                    .addParameter(OASFactory.createParameter().name("region").in(In.QUERY)
                            .description("What to forget; all where it is left out.")
                            .schema(text().enumeration(new ArrayList<>(Region.labels()))));
            case READY -> simple(OPERATIONS, "Whether it can take requests", JSON);
            case STARTED -> simple(OPERATIONS, "Whether it has started", JSON);
            case FIGURES ->
                simple(OPERATIONS, "What this process does: streams, rates, first byte, jobs, memory", JSON);
            case LIVE -> simple(OPERATIONS, "Whether it should be left running", JSON);
            case METRICS, METRICS_FOR_SHORT -> simple(OPERATIONS, "What it does, for Prometheus", "text/plain");
            case OPENAPI -> simple(OPERATIONS, "This document, in YAML; in JSON with format=JSON", "application/yaml");
            case SWAGGER_UI -> elsewhere("302", "This document as a page, one slash further");
            case DOCS -> elsewhere("303", "A short name for the page");
            case HOME -> elsewhere("303", "The page, for whom Accept has text/html");
        };
        if (endpoint != Endpoint.EXPORT && (method.equals("HEAD") || endpoint.ofDataset() && method.equals("POST"))) {
            operation.summary(operation.getSummary()
                    + (method.equals("HEAD") ? "; the headers only" : "; with parameters in a body"));
        }
        if (CountedRequest.of(endpoint, method).isPresent()) {
            operation.getResponses().getAPIResponses().values().forEach(response -> Stream.of(LimitHeader.values())
                    .forEach(header -> response.addHeader(header.label(),
                            OASFactory.createHeader().ref(header.label()))));
        }
        Set<ProblemType> problems = ProblemResponses.of(endpoint, method);
        if (problems.contains(ProblemType.WRONG_CSRF_TOKEN)) {
            operation.addParameter(SessionOperations.token());
        }
        ProblemResponses.addTo(operation.getResponses(), problems);
        // Everybody may, whatever they show.
        operation.security(endpoint.open() ? List.of() : SessionOperations.requirements());
        return operation.operationId(method.toLowerCase(Locale.ROOT) + "-"
                + endpoint.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Operation simple(String tag, String summary, String mediaType) {
        APIResponse found = OASFactory.createAPIResponse().description(summary + ".")
                .content(OASFactory.createContent().addMediaType(mediaType, OASFactory.createMediaType()))
                .addHeader(REQUEST_ID, OASFactory.createHeader().ref(REQUEST_ID));
        return OASFactory.createOperation().addTag(tag).summary(summary)
                .responses(OASFactory.createAPIResponses().addAPIResponse("200", found));
    }

    private static Operation elsewhere(String status, String summary) {
        APIResponse found = OASFactory.createAPIResponse().description("It is at the path in Location.")
                .addHeader(REQUEST_ID, OASFactory.createHeader().ref(REQUEST_ID))
                .addHeader("Location", OASFactory.createHeader().schema(text()).example("/q/swagger-ui/"));
        return OASFactory.createOperation().addTag(OPERATIONS).summary(summary)
                .responses(OASFactory.createAPIResponses().addAPIResponse(status, found));
    }

    private static Operation export(String method) {
        Operation operation = OASFactory.createOperation().addTag(DATA_SETS).summary(summary(method))
                .description(description(method)).responses(responses(method, "The data set.",
                        Stream.of(Format.values()).map(Format::mediaType).toList(), ExportHeader.values()))
                .addParameter(inPath("dataset", "What is in the file.", Dataset.labels()))
                .addParameter(inPath("format", "How it is written.", Format.extensions()));
        return asked(operation, method, List.of(Parameter.values()), BODY, RequestExamples.ofRows());
    }

    private static Operation asked(Operation operation, String method, List<? extends Documented> parameters,
            String body, List<RequestExamples> examples) {
        Map<String, Object> filledIn = method.equals("POST") ? Map.of() : RequestExamples.first().body();
        for (Documented parameter : parameters) {
            Object value = filledIn.get(parameter.label());
            operation.addParameter(value == null
                    ? OASFactory.createParameter().ref(parameter.label())
                    : ParameterSchemas.query(parameter).example(value));
        }
        return method.equals("POST") ? operation.requestBody(requestBody(body, examples)) : operation;
    }

    private static Operation preview(String method) {
        return asked(OASFactory.createOperation().addTag(ABOUT)
                .summary("Some rows of a data set, its sums by service, month, team and more, and its KPIs")
                .description(
                        "Rows are exactly those of the files. Sums are exact and of the whole data set, whatever its"
                                + " shard; every KPI comes with its formula.")
                .responses(responses(method, "The preview.", List.of(JSON))), method, preview(),
                PREVIEW_BODY, RequestExamples.common());
    }

    private static Operation priceList(String method, TableFormat format) {
        return asked(OASFactory.createOperation().addTag(ABOUT)
                .summary("Every SkuPriceId that a row of a data set can carry, with its prices")
                .description(
                        "Prices depend on provider, month, months, currency and profile; what says which rows and columns are"
                                + " written (columns, customColumns, shard) changes nothing here. A row belongs to the one line"
                                + " with its SkuPriceId of whose time, from BillingPeriodStart to before BillingPeriodEnd, its"
                                + " BillingPeriodStart is.")
                .responses(responses(method, "The price list.", List.of(format.mediaType()),
                        ExportHeader.CONTENT_DISPOSITION)),
                method,
                List.of(Parameter.values()), BODY, RequestExamples.common());
    }

    private static Operation bundle(String method) {
        return asked(OASFactory.createOperation().addTag(DATA_SETS)
                .summary("All files of a request as one zip file: rows, price list, answer sheets and a manifest")
                .description(
                        "Every file has the very bytes of its canonical URL, which the manifest names with its rows, bytes"
                                + " and SHA-256. An answer sheet that so many rows are too many for is left out; the"
                                + " manifest says which and why.")
                .responses(responses(method, "The zip file.", List.of(Bundle.MEDIA_TYPE),
                        ExportHeader.CONTENT_DISPOSITION)),
                method, bundle(), BUNDLE_BODY, RequestExamples.ofBundles());
    }

    private static Operation truth(String method) {
        Operation operation = OASFactory.createOperation().addTag(ABOUT)
                .summary("What a data set hides from those who only see its rows")
                .description(Stream.of(Sheet.values()).map(sheet -> "*" + sheet.label() + "*: " + sheet.help())
                        .collect(Collectors.joining("\n\n")))
                .responses(responses(method, "The answer sheet.",
                        Stream.of(TableFormat.values()).map(TableFormat::mediaType).toList(),
                        ExportHeader.CONTENT_DISPOSITION))
                .addParameter(inPath("sheet", "Which sheet.", Sheet.labels()))
                .addParameter(inPath("format", "How it is written.", TableFormat.extensions()));
        return asked(operation, method, List.of(Parameter.values()), BODY, RequestExamples.common());
    }

    private static String summary(String method) {
        return switch (method) {
            case "GET" -> "Streams a data set";
            case "HEAD" -> "What a data set would be: plans it, and generates nothing";
            default -> "Streams a data set whose parameters are too many for a URL";
        };
    }

    private static String description(String method) {
        if (method.equals("POST")) {
            return "The same parameters with the same values give the same bytes as GET. A parameter stands in the body or"
                    + " in the query string, not in both.";
        }
        return RequestExamples.ofRows().stream().map(example -> example.summary() + ":\n\n    " + method
                + " /api/v1/cost-and-usage.csv?" + example.query()).collect(Collectors.joining("\n\n"));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter inPath(String name, String description,
            List<String> choices) {
        return OASFactory.createParameter().name(name).in(In.PATH).required(true).description(description)
                .schema(text().enumeration(new ArrayList<>(choices))).example(choices.get(0));
    }

    private static RequestBody requestBody(String body, List<RequestExamples> examples) {
        MediaType json = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(body));
        for (RequestExamples example : examples) {
            json.addExample(example.name(),
                    OASFactory.createExample().summary(example.summary()).value(example.body()));
        }
        return OASFactory.createRequestBody().required(false)
                .content(OASFactory.createContent().addMediaType(JSON, json))
                .description("At most 256 KiB, in UTF-8; no body stands for no parameters.");
    }

    /** @param headers beside those that every answer about a data set has */
    private static APIResponses responses(String method, String description, List<String> mediaTypes,
            ExportHeader... headers) {
        APIResponse rows = OASFactory.createAPIResponse().description(description);
        Content content = OASFactory.createContent();
        mediaTypes.forEach(mediaType -> content.addMediaType(mediaType, OASFactory.createMediaType().schema(
                mediaType.equals(JSON)
                        ? OASFactory.createSchema().addType(SchemaType.OBJECT)
                        : text().format("binary"))));
        withHeaders(rows, ALWAYS);
        withHeaders(rows, headers).content(content);
        APIResponses responses = OASFactory.createAPIResponses().addAPIResponse("200", rows);
        if (!method.equals("POST")) {
            responses.addAPIResponse("304",
                    withHeaders(OASFactory.createAPIResponse().description("The client holds it already."),
                            ALWAYS));
        }
        return responses;
    }

    private static APIResponse withHeaders(APIResponse response, ExportHeader... headers) {
        response.addHeader(REQUEST_ID, OASFactory.createHeader().ref(REQUEST_ID));
        for (ExportHeader header : headers) {
            // OpenAPI has the media type among the content.
            if (header != ExportHeader.CONTENT_TYPE) {
                response.addHeader(header.label(), OASFactory.createHeader().ref(header.label()));
            }
        }
        return response;
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
