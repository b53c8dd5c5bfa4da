package io.focusgen.http;

import static io.focusgen.http.Client.json;
import static io.focusgen.http.KeyedService.BOB;
import static io.focusgen.http.KeyedService.CHECKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.ProblemType;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** What {@link DocumentedProblemsTest} cannot produce: problems of those who have to say who they are. */
@QuarkusTest
@TestProfile(KeyedService.class)
@Timeout(120)
class IdentityProblemsTest {

    /** Of RFC 7519, appendix A; nobody here can know its key. */
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.eyJzdWIiOiJ4IiwiZXhwIjo0MTAyNDQ0ODAwfQ.AAAA";

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    @Test
    void everyDocumentedProblemOfIdentityCanBeProduced() {
        JsonNode api = json(client.get("/q/openapi?format=JSON"));
        Set<ProblemType> produced = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.values()) {
            for (String method : endpoint.methods()) {
                JsonNode responses = api.get("paths").get(endpoint.template()).get(method.toLowerCase(Locale.ROOT))
                        .get("responses");
                responses.forEach(response -> api.at(response.path("$ref").asText("#").substring(1))
                        .at("/content/application~1problem+json/examples").fieldNames().forEachRemaining(label -> {
                            ProblemType type = ProblemType.byLabel(label).orElseThrow();
                            if (DocumentedProblemsTest.OF_IDENTITY.contains(type)) {
                                String answer = client.raw(request(endpoint, method, type));
                                if (!answer.startsWith("HTTP/1.1 " + type.status() + " ")
                                        || !method.equals("HEAD") && !answer.contains(type.path())) {
                                    wrong.add(method + " " + endpoint + " " + type + ": " + answer);
                                }
                                produced.add(type);
                            }
                        }));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(produced).isEqualTo(DocumentedProblemsTest.OF_IDENTITY);
    }

    private String request(Endpoint endpoint, String method, ProblemType type) {
        String path = endpoint.template().replace("{dataset}.{format}", "cost-and-usage.csv")
                .replace("{sheet}.{format}", "coverage.csv").replace("{id}", "AAAAAAAAAAAAAAAAAAAAAA")
                .replace("{name}", "a.csv");
        String shown = switch (type) {
            case MISSING_SCOPE -> "X-API-Key: " + CHECKER;
            case WRONG_CSRF_TOKEN -> "Cookie: focus-session=" + SessionClient.open(client, BOB).cookie();
            default -> "Authorization: Bearer " + TOKEN;
        };
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + shown + "\r\n\r\n";
    }
}
