package io.focusgen.attack;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.spec.Parameter;

/** Requests with one wrong parameter each, made from the table of parameters: every kind of wrongness at every endpoint. */
final class BadInputs {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What no parameter allows. */
    private static final List<String> TEXTS = List.of("", " ", "\t", "\0", "\u202eaws", "\u2066aws\u2069", "\ufeff",
            "\ufffd",
            "null", "undefined", "NaN", "-Infinity", "1e400", "-1e400", "99999999999999999999999999", "0x1F", "1;2;3",
            "\u0430ws", "\uff11\uff12", "\u0661\u0662", "\u00b2", "\u0130", "<script>alert(1)</script>",
            "${jndi:ldap://x/a}", "{{7*7}}", "' OR '1'='1", "../../etc/passwd", "%s%n%x", "a\nb", "a\r\nSet-Cookie: b",
            "=1+1", "@SUM(1)", "\u0007", "\u001b[31m", "\ud83d\ude00", "x".repeat(2_000), "[1", "{\"a\"", "aws,,gcp,",
            "true false");

    /** Values of a body that stand for no text. */
    private static final List<String> TYPES = List.of("null", "[null]", "[[\"a\"]]", "{\"$gt\":\"\"}", "[{}]", "[\"\"]",
            "1e999999", "-0.0000000001", "12345678901234567890.5", "[\"\\u0000\"]", "\"\\ud800\"");

    /** Paths that take the parameters of a data set. */
    private static final List<String> PATHS = List.of("/api/v1/cost-and-usage.csv", "/api/v1/cost-and-usage.parquet",
            "/api/v1/preview", "/api/v1/price-list", "/api/v1/truth/anomalies.csv", "/api/v1/bundle.zip",
            "/api/v1/jobs");

    private static final String JOBS = "/api/v1/jobs";

    /**
     * A request.
     *
     * @param name what is wrong with it
     * @param field that must be blamed
     * @param target path and query
     * @param body of a POST, or null
     */
    record BadInput(String name, String field, String target, String body) {

        /** Fails where the answer is not as it must be. */
        Outcome run(Door door, Wire wire) throws IOException {
            Reply reply = wire.send(body.isEmpty() ? door.request("GET", target) : door.post(target, body)).reply();
            Outcome outcome = Abuse.of(reply);
            if (outcome == Outcome.TURNED_AWAY) {
                return outcome;
            }
            Abuse.require(reply.status() == 400 && reply.isProblem(), "a 400 with a problem",
                    reply.head() + reply.text());
            JsonNode problem = JSON.readTree(reply.text());
            Abuse.require(problem.path("type").asText().equals("/problems/invalid-parameters")
                    || problem.path("type").asText().equals("/problems/malformed-body"), "a known type", reply.text());
            boolean blamed = problem.path("line").asInt() > 0;
            for (JsonNode violation : problem.path("violations")) {
                blamed |= violation.path("field").asText().equals(field);
                Abuse.require(violation.path("allowed").asText().matches("(?s).{6,}\\."), "what is allowed",
                        violation.toString());
            }
            Abuse.require(blamed, "blamed on " + field, reply.text());
            Abuse.require(reply.text().chars().noneMatch(Character::isISOControl), "visible", reply.text());
            return outcome;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<BadInput> all = new ArrayList<>();

    private BadInputs() {
    }

    static List<BadInput> all() {
        BadInputs made = new BadInputs();
        for (Parameter parameter : Parameter.values()) {
            for (int i = 0; i < TEXTS.size(); i++) {
                if (!isRight(parameter, TEXTS.get(i))) {
                    made.text(parameter, TEXTS.get(i), i);
                }
            }
            for (int i = 0; i < TYPES.size(); i++) {
                made.type(parameter, TYPES.get(i), i);
            }
            made.names(parameter);
        }
        return List.copyOf(made.all);
    }

    /** A delimiter may be the character itself. */
    private static boolean isRight(Parameter parameter, String text) {
        return parameter == Parameter.DELIMITER && text.equals("\t");
    }

    /** At the first path in a query and in a body, at one of the others in one of the two. */
    private void text(Parameter parameter, String text, int number) {
        String label = parameter.label();
        int turn = number + parameter.ordinal();
        query(PATHS.get(0), label, text, label);
        body(PATHS.get(0), "\"" + label + "\":" + quoted(text), label);
        String other = PATHS.get(1 + turn % (PATHS.size() - 1));
        if (turn % 2 == 0 && !other.equals(JOBS)) {
            query(other, label, text, label);
        } else {
            body(other, "\"" + label + "\":" + quoted(text), label);
        }
    }

    private void type(Parameter parameter, String value, int number) {
        String label = parameter.label();
        body(PATHS.get((number + parameter.ordinal()) % PATHS.size()), "\"" + label + "\":" + value, label);
    }

    /** Names that are nearly one, and values given twice. */
    private void names(Parameter parameter) {
        String label = parameter.label();
        String example = parameter.example();
        String path = PATHS.get(parameter.ordinal() % PATHS.size());
        for (String name : List.of(label + "x", label + "[]", label + ".x", label + "\u200b", " " + label + "!",
                label + "[$ne]")) {
            body(path, quoted(name) + ":" + quoted(example), shown(name));
            query(PATHS.get(0), name, example, shown(name));
        }
        body(path, "\"" + label + "\":" + quoted(example) + ",\"" + label + "\":" + quoted(example), label);
        all.add(new BadInput("query and body " + label, label, path + "?" + label + "=" + encoded(example),
                "{\"" + label + "\":" + quoted(example) + "}"));
    }

    private void query(String path, String name, String value, String field) {
        String target = path + "?" + encoded(name) + "=" + encoded(value);
        all.add(new BadInput("GET " + target, field, target, ""));
    }

    private void body(String path, String member, String field) {
        all.add(new BadInput("POST " + path + " {" + member + "}", field, path, "{" + member + "}"));
    }

    /** As a problem shows it: without what is invisible. */
    private static String shown(String name) {
        return name.replace("\u200b", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
