package io.focusgen.http.openapi;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** How callers say who they are. */
final class SessionOperations {

    /** The schema of who asks. */
    static final String DOCUMENT = "Session";

    static final String TAG = "Identity";

    private static final String KEY = "apiKey";
    private static final String BEARER = "bearer";
    private static final String COOKIE = "session";
    private static final String JSON = "application/json";
    private static final String REQUEST_ID = "X-Request-Id";

    private SessionOperations() {
    }

    static Operation of(String method) {
        return switch (method) {
            case "POST" -> open();
            case "DELETE" -> operation("Ends the session, and makes the browser forget its cookies", "204",
                    bare("The session is over."));
            default -> operation("Who asks, and what they may do", "200", document("The caller."));
        };
    }

    private static Operation open() {
        return operation("Trades an API key for the cookie of a session", "200",
                document("The session is open; its cookies are in Set-Cookie.")
                        .addHeader("Set-Cookie", OASFactory.createHeader().schema(text()).description(
                                "focus-session, which no script can read, and focus-csrf, which the page copies into"
                                        + " X-CSRF-Token.")))
                .requestBody(OASFactory.createRequestBody().required(false)
                        .description("A key in a header will do as well.")
                        .content(OASFactory.createContent().addMediaType(JSON,
                                OASFactory.createMediaType().schema(OASFactory.createSchema()
                                        .addType(SchemaType.OBJECT).addProperty("key", text())))));
    }

    /** What a request that changes something needs where its caller is known by a cookie. */
    static org.eclipse.microprofile.openapi.models.parameters.Parameter token() {
        return OASFactory.createParameter().name("X-CSRF-Token").in(In.HEADER).schema(text())
                .description(
                        "The value of the cookie focus-csrf. Needed where the cookie of a session says who asks, and"
                                + " nowhere else; the page at /docs sends it by itself.");
    }

    private static Operation operation(String summary, String status, APIResponse response) {
        return OASFactory.createOperation().addTag(TAG).summary(summary)
                .responses(OASFactory.createAPIResponses().addAPIResponse(status, response));
    }

    private static APIResponse document(String description) {
        return bare(description).content(OASFactory.createContent().addMediaType(JSON,
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(DOCUMENT))));
    }

    private static APIResponse bare(String description) {
        return OASFactory.createAPIResponse().description(description).addHeader(REQUEST_ID,
                OASFactory.createHeader().ref(REQUEST_ID));
    }

    static Schema document() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("Who asks; what there is none of is left out.")
                .addProperty("caller", text().description("Whose jobs are this caller's jobs."))
                .addProperty("kind", text().enumeration(List.of("address", "key", "subject")))
                .addProperty("scopes", OASFactory.createSchema().addType(SchemaType.ARRAY).items(text()))
                .addProperty("expires", text().description("When the session ends by itself, in UTC."))
                .addProperty("csrfToken",
                        text().description("What requests of the session that change something carry in X-CSRF-Token."))
                .required(List.of("caller", "kind", "scopes"));
    }

    /** Every way to say who asks. */
    static Map<String, SecurityScheme> schemes() {
        return Map.of(
                KEY, OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.HEADER)
                        .name("X-API-Key").description("A key that the verb key has made: fgk_…"),
                BEARER, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                        .description("The same key, or a token of the identity provider of this service."),
                COOKIE, OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE)
                        .name("focus-session").description(
                                "The cookie that POST /api/v1/session sets. No script can read it and nobody enters it: the"
                                        + " browser keeps it and sends it by itself. Requests that change something need"
                                        + " X-CSRF-Token beside it."));
    }

    /** One of them; or none, where the service lets everybody in. */
    static List<SecurityRequirement> requirements() {
        return List.of(OASFactory.createSecurityRequirement(), needs(KEY), needs(BEARER), needs(COOKIE));
    }

    private static SecurityRequirement needs(String scheme) {
        return OASFactory.createSecurityRequirement().addScheme(scheme);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
