package io.focusgen.http;

import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.bundle.BundleParameter;
import io.focusgen.spec.Documented;
import io.focusgen.spec.PreviewParameter;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Parameters that only some paths take stand in the OpenAPI document as in their tables. */
@QuarkusTest
@Timeout(120)
class OwnParametersTest {

    @TestHTTPResource
    URL service;

    @ParameterizedTest
    @EnumSource
    void ofAPreview(PreviewParameter parameter) {
        assertDocumented(parameter, "PreviewParameters", "/api/v1/preview");
    }

    @ParameterizedTest
    @EnumSource
    void ofABundle(BundleParameter parameter) {
        assertDocumented(parameter, "BundleParameters", "/api/v1/bundle.zip");
    }

    private void assertDocumented(Documented parameter, String body, String path) {
        Client client = new Client(service);
        JsonNode api = json(client.get("/q/openapi?format=JSON"));
        JsonNode query = api.at("/components/parameters/" + parameter.label());
        JsonNode member = api.at("/components/schemas/" + body + "/properties/" + parameter.label());

        assertThat(query.get("description").asText()).contains(parameter.help(),
                "Allowed: " + parameter.type().allowed() + ".", "Default: " + parameter.defaultValue() + ".");
        for (String value : List.of(member.at("/examples/0").asText(), member.get("default").asText())) {
            assertThat(client.send("HEAD", path + "?rows=30000&" + parameter.label() + "=" + value).statusCode())
                    .isEqualTo(200);
        }
    }
}
