package io.focusgen.http.openapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import io.focusgen.bundle.BundleParameter;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.job.JobParameter;
import io.focusgen.spec.Documented;
import io.focusgen.spec.Parameter;

/** What can be asked about jobs. */
final class JobOperations {

    /** The schema of what a job is asked with. */
    static final String BODY = "JobParameters";

    /** The schema of a job. */
    static final String DOCUMENT = "Job";

    private static final String TAG = "Jobs";
    private static final String JSON = "application/json";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String ID = "3q2-7wABAgMEBQYHCAkKCw";

    private JobOperations() {
    }

    /** Own parameters, those of bundles, those of data sets. */
    static List<Documented> parameters() {
        return Stream.concat(own().stream(), Stream.of(Parameter.values())).toList();
    }

    /** Those that no data set has. */
    static List<Documented> own() {
        return Stream.of(JobParameter.values(), BundleParameter.values()).<Documented>flatMap(Stream::of).toList();
    }

    static Operation of(Endpoint endpoint, String method) {
        return switch (endpoint) {
            case JOBS -> method.equals("POST") ? post() : list();
            case JOB -> method.equals("DELETE") ? delete() : get();
            case JOB_EVENTS -> events();
            default -> file();
        };
    }

    private static Operation post() {
        Operation operation = operation("Asks for files that are written while nobody waits", document("202",
                "The job is stored. Where to look is in Location, when in Retry-After.")
                .addAPIResponse("200", response("The same key was sent before; the job has ended.", JSON)));
        parameters().forEach(
                parameter -> operation.addParameter(OASFactory.createParameter().ref(parameter.label())));
        MediaType json = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(BODY))
                .addExample("a-year-of-three-clouds", OASFactory.createExample()
                        .summary("A year of three clouds, a file for each and every month")
                        .value(Map.of("provider", List.of("aws", "azure", "gcp"), "month", "2025-01", "months", 12,
                                "rows", "100k", "format", "csv.gz")))
                .addExample("for-a-lake", OASFactory.createExample().summary("Parquet in folders by month")
                        .value(Map.of("rows", "1e6", "month", "2026-01", "format", "parquet", "layout", "hive")));
        return operation.description(
                "The same parameters as everywhere, and those of a bundle, in a body or in the query string."
                        + " The files are all those of a bundle; those of rows have the very bytes that are streamed at"
                        + " their canonicalUrl. The manifest is written last.")
                .addParameter(OASFactory.createParameter().name("Idempotency-Key").in(In.HEADER).schema(text())
                        .example("order-42").description("1 to 255 visible ASCII characters. The same request with the"
                                + " same key within 24 hours is answered with the same job."))
                .requestBody(OASFactory.createRequestBody().required(false)
                        .description("At most 256 KiB, in UTF-8; no body stands for no parameters.")
                        .content(OASFactory.createContent().addMediaType(JSON, json)));
    }

    private static Operation list() {
        return operation("Your jobs, newest first, at most 100, without their files", answers("200",
                response("The jobs.", JSON)));
    }

    private static Operation get() {
        return about("How far a job is, and what its files are", document("200", "The job."));
    }

    private static Operation delete() {
        return about("Cancels a job within a second, or forgets one that has ended, with its files",
                document("202", "The job will be cancelled.").addAPIResponse("204",
                        bare("The job and its files are gone.")));
    }

    private static Operation events() {
        return about("Tells how far a job is, as server-sent events",
                answers("200", response("An event progress at most each second, and end at last. Data is the document.",
                        "text/event-stream")).addAPIResponse("204", bare("The client has heard of the end.")))
                .addParameter(OASFactory.createParameter().name("Last-Event-ID").in(In.HEADER).schema(text())
                        .example("completed-8-48120").description("The last event heard, as browsers send it."));
    }

    private static Operation file() {
        return about("A file of a job, whole or a range of bytes", answers("200",
                response("The file.", "application/octet-stream"))
                .addAPIResponse("206", response("The bytes asked for.", "application/octet-stream"))
                .addAPIResponse("304", bare("The client holds it already."))
                .addAPIResponse("307", bare("The file is in S3, at the address in Location.")))
                .addParameter(OASFactory.createParameter().name("name").in(In.PATH).required(true).schema(text())
                        .example("manifest.json").description("As in files of the document; it may have slashes."))
                .addParameter(OASFactory.createParameter().name("Range").in(In.HEADER).schema(text())
                        .example("bytes=0-1023"));
    }

    private static Operation about(String summary, APIResponses responses) {
        return operation(summary, responses).addParameter(OASFactory.createParameter().name("id").in(In.PATH)
                .required(true).schema(text()).example(ID));
    }

    private static Operation operation(String summary, APIResponses responses) {
        return OASFactory.createOperation().addTag(TAG).summary(summary).responses(responses);
    }

    private static APIResponses document(String status, String description) {
        return answers(status, bare(description).content(OASFactory.createContent().addMediaType(JSON,
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(DOCUMENT)))));
    }

    private static APIResponses answers(String status, APIResponse response) {
        return OASFactory.createAPIResponses().addAPIResponse(status, response);
    }

    private static APIResponse response(String description, String mediaType) {
        return bare(description)
                .content(OASFactory.createContent().addMediaType(mediaType, OASFactory.createMediaType()));
    }

    private static APIResponse bare(String description) {
        return OASFactory.createAPIResponse().description(description).addHeader(REQUEST_ID,
                OASFactory.createHeader().ref(REQUEST_ID));
    }

    static Schema document() {
        Schema file = OASFactory.createSchema().addType(SchemaType.OBJECT)
                .addProperty("name", text()).addProperty("mediaType", text())
                .addProperty("bytes", integer()).addProperty("rows", integer().description("Where it is data."))
                .addProperty("sha256", text()).addProperty("url", text().description("Where it is read."))
                .addProperty("location", text().description("Where it is in the bucket: s3://bucket/key."))
                .addProperty("canonicalUrl", text().description("Where the same bytes are made anew."));
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description("A job; what is not known is left out.")
                .addProperty("id", text())
                .addProperty("status",
                        text().enumeration(List.of("queued", "running", "completed", "failed", "cancelled")))
                .addProperty("cancelling", OASFactory.createSchema().addType(SchemaType.BOOLEAN))
                .addProperty("dataset", text()).addProperty("format", text()).addProperty("layout", text())
                .addProperty("parts", integer()).addProperty("target", text())
                .addProperty("location", text().description("The folder of the files in S3: s3://bucket/key/."))
                .addProperty("rows", integer().description("Data rows written.")).addProperty("rowsTotal", integer())
                .addProperty("bytes", integer().description("Written and safe."))
                .addProperty("bytesTotal",
                        integer().description(
                                "Of all files: as long as the job runs those of rows, estimated beforehand."))
                .addProperty("rate", integer().description("Bytes a second, of the time at work."))
                .addProperty("remaining", integer().description("Seconds that the rest would take at this speed."))
                .addProperty("created", text()).addProperty("started", text()).addProperty("ended", text())
                .addProperty("failure", text().description("Why it failed, and what to do."))
                .addProperty("canonicalUrl", text().description("The same files at once, as one zip file."))
                .addProperty("webhook", OASFactory.createSchema().addType(SchemaType.OBJECT)
                        .addProperty("url", text())
                        .addProperty("state", text().enumeration(List.of("pending", "delivered", "given-up")))
                        .addProperty("attempts", integer())
                        .addProperty("next", text().description("When it is tried again."))
                        .addProperty("outcome", text().description("What the last attempt came to.")))
                .addProperty("links", OASFactory.createSchema().addType(SchemaType.OBJECT)
                        .addProperty("self", text()).addProperty("events", text()))
                .addProperty("files", OASFactory.createSchema().addType(SchemaType.ARRAY).items(file)
                        .description("Those that are whole: rows first, the manifest last."))
                .required(List.of("id", "status", "rows", "rowsTotal", "bytes", "bytesTotal"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema integer() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }
}
