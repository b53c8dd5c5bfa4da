package io.focusgen.http;

import static io.focusgen.http.Client.CSV;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.BadRequests;
import io.focusgen.spec.Parameter;

/** Requests that must be refused, as bytes: made from the parameter table, and by hand. */
final class BadExchanges {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    /**
     * One of them.
     *
     * @param name what is wrong
     * @param type the problem to expect
     * @param nearest the suggestion to expect among the nearest ones of the problem; null for any or none
     */
    record BadExchange(String name, byte[] request, ProblemType type, @Nullable String nearest) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** By what is sent: the table and the tables by hand have some in common, and the last one knows best. */
    private final Map<String, BadExchange> all = new LinkedHashMap<>();

    private BadExchanges() {
    }

    static List<BadExchange> all() {
        BadExchanges made = new BadExchanges();
        for (Parameter parameter : Parameter.values()) {
            made.queries(parameter);
            made.bodies(parameter);
        }
        BadRequests.all().forEach(made::table);
        made.names();
        made.paths();
        made.methods();
        made.types();
        made.malformedBodies();
        made.sizes();
        made.framing();
        return List.copyOf(made.all.values());
    }

    private void add(ProblemType type, @Nullable String nearest, String method, String target, String headers,
            byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers;
        bytes.writeBytes((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String name = method + " " + target + " " + headers.replace("\r\n", "; ") + text;
        all.put(bytes.toString(StandardCharsets.ISO_8859_1),
                new BadExchange(name.length() > 120 ? name.substring(0, 120) + "…" + name.length() : name,
                        bytes.toByteArray(), type, nearest));
    }

    private void query(String query, @Nullable String nearest) {
        add(ProblemType.INVALID_PARAMETERS, nearest, "GET", CSV + "?" + query, "", new byte[0]);
    }

    private void body(ProblemType type, @Nullable String nearest, String contentType, byte[] body) {
        add(type, nearest, "POST", CSV, contentType + "Content-Length: " + body.length + "\r\n", body);
    }

    private void json(ProblemType type, @Nullable String nearest, String body) {
        body(type, nearest, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    /** One letter less: still nearest to the whole. */
    private static String mistyped(String word) {
        int letter = word.length() / 2;
        while (!Character.isLetterOrDigit(word.charAt(letter))) {
            letter++;
        }
        return word.substring(0, letter) + word.substring(letter + 1);
    }

    private void queries(Parameter parameter) {
        String name = parameter.label();
        String good = name + "=" + parameter.example();
        for (String wrong : List.of("", "%20", "%00", "%ff", "%zz", "%EF%BF%BD", "~", "null")) {
            query(name + "=" + wrong, null);
        }
        query(name, null);
        if (!mayRepeatValues(parameter)) {
            query(good + "&" + good, null);
        }
        query(name + "[]=" + parameter.example(), null);
        query(name + ".x=" + parameter.example(), null);
        query(mistyped(name) + "=" + parameter.example(), name);
        List<String> choices = parameter.type().choices();
        for (String choice : choices.subList(0, Math.min(4, choices.size()))) {
            if (choice.length() > 4 && !choices.contains(mistyped(choice))) {
                query(name + "=" + mistyped(choice), choice);
            }
        }
    }

    /** A number may follow itself; everything else that can be listed is there once. */
    private static boolean mayRepeatValues(Parameter parameter) {
        return parameter == Parameter.TREND_MULTIPLIERS;
    }

    private void bodies(Parameter parameter) {
        String name = "\"" + parameter.label() + "\":";
        String good = "\"" + parameter.example() + "\"";
        for (String wrong : List.of("null", "[[" + good + "]]", "[null]", "\"\"", "\"\\u0000\"")) {
            json(ProblemType.INVALID_PARAMETERS, null, "{" + name + wrong + "}");
        }
        if (!parameter.mayBeNone()) {
            json(ProblemType.INVALID_PARAMETERS, null, "{" + name + "[]}");
        }
        if (!mayRepeatValues(parameter)) {
            json(ProblemType.INVALID_PARAMETERS, null, "{" + name + "[" + good + "," + good + "]}");
        }
        json(ProblemType.INVALID_PARAMETERS, null, "{" + name + good + "," + name + good + "}");
        json(ProblemType.INVALID_PARAMETERS, parameter.label(),
                "{\"" + mistyped(parameter.label()) + "\":" + good + "}");
        byte[] body = ("{" + name + good + "}").getBytes(StandardCharsets.UTF_8);
        add(ProblemType.INVALID_PARAMETERS, null, "POST", CSV + "?" + parameter.label() + "=" + parameter.example(),
                JSON + "Content-Length: " + body.length + "\r\n", body);
    }

    private void table(BadRequests bad) {
        query(bad.query(), bad.nearest());
        Map<String, Object> members = new LinkedHashMap<>();
        BadRequests.raw(bad.query())
                .forEach((name, values) -> members.put(name, values.size() == 1 ? values.get(0) : values));
        json(ProblemType.INVALID_PARAMETERS, bad.nearest(), text(members));
    }

    private static String text(Map<String, Object> members) {
        try {
            return new ObjectMapper().writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and lists of them", impossible);
        }
    }

    private void names() {
        for (String name : List.of("", "constructor", "toString", "class", "x".repeat(2_000), "%00", "<script>",
                "rows;",
                "rows=5;seed", "../rows", "${jndi:x}", "%25", "%F0%9F%98%80", "r%00ows")) {
            query(name + "=1", null);
        }
        query("rows=1&".repeat(61), null);
        query("a=1&b=2&c=3", null);
    }

    private void paths() {
        for (String path : List.of("/nothing", "/api", "/api/v1", "/api/v1/", "/api/v1/a/b", "/api/v1/%2e",
                "/%2e%2e/",
                "/api/v1/%2e%2e/%2e%2e/etc/passwd", "/q", "/q/nothing", "/q/health/nothing", "/problems/nothing",
                "/problems/a/b", "/favicon.ico", "/.env", "/index.html", "/API/v1/cost-and-usage.csv", "/q/dev",
                "/api/v1/catalog/x", "/api/v1/catalog/", "/api/v1/preview/", "/docs/", "/q/health/",
                "/q/health/group/x",
                "/q/health/well", "/q/metrics/x", "/q/openapi.json", "/q/swagger-uix", "/q/swagger-ui/nothing",
                "/api/v1/cost-and-usage.csv/", "/" + "a".repeat(5_000), "/;x=1", "/api/v1;x/", "/api/v1/catalog;x=1",
                "/api;x/v1/catalog", "/api;/v1/cost-and-usage.csv", "/api/v1/;x/catalog")) {
            add(ProblemType.UNKNOWN_PATH, null, "GET", path, "", new byte[0]);
        }
        add(ProblemType.UNKNOWN_PATH, "/api/v1/cost-and-usage.csv", "GET", "/api/v2/cost-and-usage.csv", "",
                new byte[0]);
        add(ProblemType.UNKNOWN_PATH, "/q/health", "GET", "/q/healht", "", new byte[0]);
        add(ProblemType.UNKNOWN_PATH, "overloaded", "GET", "/problems/overload", "", new byte[0]);
        add(ProblemType.UNKNOWN_PATH, null, "GET", "/", "Accept: application/json\r\n", new byte[0]);
        for (String path : List.of("/nothing", "/q/health/group/x", "/q/metrics/", "/api/v1/catalog/", "/problems/x")) {
            for (String method : List.of("HEAD", "POST", "DELETE", "OPTIONS", "BREW")) {
                add(ProblemType.UNKNOWN_PATH, null, method, path, "", new byte[0]);
            }
        }
        for (String name : List.of("nothing.csv", ".csv", "x", "%20.csv", "../v1/x.csv", "cost.csv",
                "COST-AND-USAGE.csv",
                "cost-and-usage%00.csv", "a%2Fb.csv", "contract-commitment.csv", "<b>.csv")) {
            add(ProblemType.UNKNOWN_DATA_SET, null, "GET", "/api/v1/" + name, "", new byte[0]);
        }
        add(ProblemType.UNKNOWN_DATA_SET, "cost-and-usage", "GET", "/api/v1/cost-and-usge.csv", "", new byte[0]);
        add(ProblemType.UNKNOWN_DATA_SET, "catalog", "GET", "/api/v1/catalogue", "", new byte[0]);
        for (String format : List.of("", ".", ".CSV", ".xlsx", ".csv.", ".csv.rar", ".json", ".csv%20", ".%63sv%00")) {
            add(ProblemType.UNKNOWN_FORMAT, null, "GET", "/api/v1/cost-and-usage" + format, "", new byte[0]);
        }
        add(ProblemType.UNKNOWN_FORMAT, "csv", "GET", "/api/v1/cost-and-usage.cvs", "", new byte[0]);
        add(ProblemType.UNKNOWN_FORMAT, "csv", "OPTIONS", "/api/v1/cost-and-usage.cvs", "", new byte[0]);
        add(ProblemType.UNKNOWN_FORMAT, "csv", "POST", "/api/v1/cost-and-usage.cs", "", new byte[0]);
        for (String path : List.of("/%zz", "/%", "/api/v1/%.csv", CSV + "%g1", "/api/%")) {
            add(ProblemType.MALFORMED_REQUEST, null, "GET", path, "", new byte[0]);
        }
    }

    private void methods() {
        for (String path : List.of(CSV, "/api/v1/catalog", "/q/health", "/q/metrics", "/health", "/metrics", "/docs",
                "/problems", "/problems/overloaded", "/q/openapi")) {
            for (String method : List.of("PUT", "DELETE", "PATCH", "BREW")) {
                add(ProblemType.METHOD_NOT_ALLOWED, null, method, path, "", new byte[0]);
            }
        }
        add(ProblemType.METHOD_NOT_ALLOWED, "GET", "GETT", CSV, "", new byte[0]);
        add(ProblemType.METHOD_NOT_ALLOWED, "POST", "POTS", CSV, "", new byte[0]);
        add(ProblemType.METHOD_NOT_ALLOWED, "GET", "get", CSV, "", new byte[0]);
        add(ProblemType.METHOD_NOT_ALLOWED, null, "POST", "/api/v1/catalog", "", new byte[0]);
        add(ProblemType.METHOD_NOT_ALLOWED, null, "POST", "/q/health", "", new byte[0]);
        add(ProblemType.METHOD_NOT_ALLOWED, null, "TRACE", CSV, "", new byte[0]);
    }

    private void types() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        for (String type : List.of("", "Content-Type: text/plain\r\n", "Content-Type: application/xml\r\n",
                "Content-Type: multipart/form-data; boundary=x\r\n", "Content-Type: json\r\n", "Content-Type: \r\n",
                "Content-Type: application/json; charset=latin1\r\n", JSON + JSON, JSON + FORM,
                JSON + "Content-Encoding: gzip\r\n", JSON + "Content-Encoding: br\r\n", "Content-Type: */*\r\n")) {
            body(ProblemType.UNSUPPORTED_MEDIA_TYPE, null, type, body);
        }
        body(ProblemType.UNSUPPORTED_MEDIA_TYPE, "application/json", "Content-Type: aplication/json\r\n", body);
        for (String path : List.of(CSV, "/api/v1/preview", "/api/v1/price-list.csv", "/api/v1/truth/waste.csv",
                "/api/v1/bundle.zip", "/api/v1/jobs", "/api/v1/session")) {
            add(ProblemType.UNSUPPORTED_MEDIA_TYPE, "application/json", "POST", path,
                    FORM + "Content-Length: " + body.length + "\r\n", body);
        }
        for (String method : List.of("GET", "HEAD")) {
            add(ProblemType.UNEXPECTED_BODY, null, method, CSV, JSON + "Content-Length: 2\r\n", body);
        }
        add(ProblemType.UNEXPECTED_BODY, null, "OPTIONS", CSV, "Content-Length: 2\r\n", body);
        add(ProblemType.UNEXPECTED_BODY, null, "GET", "/q/health", "Content-Length: 2\r\n", body);
        add(ProblemType.UNEXPECTED_BODY, null, "GET", CSV, "Transfer-Encoding: chunked\r\n",
                "0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        add(ProblemType.PRECONDITION_FAILED, null, "POST", CSV + "?rows=1", "If-None-Match: *\r\n", new byte[0]);
    }

    private void malformedBodies() {
        for (String body : List.of("{", "}", "[", "[]", "null", "1", "\"rows\"", "rows=5", "{}{}", "{} x",
                "{\"rows\":}",
                "{\"rows\":1,}", "{rows:1}", "{'rows':1}", "{\"rows\":01}", "{\"rows\":+1}", "{\"rows\":.5}",
                "{\"rows\":1.}", "{\"rows\":1e}", "{\"rows\":NaN}", "{\"rows\":Infinity}", "{\"rows\":0x10}",
                "{\"rows\":tru}", "{\"rows\":\"\\x\"}", "{\"rows\":\"a\nb\"}", "{\"rows\":1 \"seed\":2}",
                "{\"rows\":[1,2}", "{\"rows\":[1", "{\"rows\":\"1", "{/*c*/\"rows\":1}", "{\"rows\":1}//", "\u0000",
                "{\"rows\":" + "1".repeat(200) + "}", "{\"" + "x".repeat(300) + "\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}", "{\"columns\":[" + "1,".repeat(20_000) + "1]}", "[".repeat(100_000),
                "{\"a\":" + "[".repeat(100_000), "{\"a\":".repeat(40) + "1" + "}".repeat(40), "<rows>5</rows>",
                "---\nrows: 5")) {
            json(ProblemType.MALFORMED_BODY, null, body);
        }
        for (String hex : List.of("80", "7b22c3", "fffe7b007d00", "7b22726f7773223a22c0af227d", "ff",
                "7b22eda080223a317d")) {
            byte[] bytes = new byte[hex.length() / 2];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(hex, 2 * i, 2 * i + 2, 16);
            }
            body(ProblemType.MALFORMED_BODY, null, JSON, bytes);
        }
        json(ProblemType.INVALID_PARAMETERS, null, "{\"profile\":\"" + "x".repeat(10_000) + "\"}");
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 100; i++) {
            many.append("\"p").append(i).append("\":1,");
        }
        json(ProblemType.INVALID_PARAMETERS, null, many + "\"rows\":1}");
    }

    private void sizes() {
        String many = "x".repeat(30_000);
        add(ProblemType.URI_TOO_LONG, null, "GET", CSV + "?columns=" + "x".repeat(8_190), "", new byte[0]);
        add(ProblemType.URI_TOO_LONG, null, "GET", CSV + "?" + many, "", new byte[0]);
        add(ProblemType.URI_TOO_LONG, null, "GET", "/" + many, "", new byte[0]);
        add(ProblemType.HEADERS_TOO_LARGE, null, "GET", CSV, "X-Long: " + many + "\r\n", new byte[0]);
        add(ProblemType.HEADERS_TOO_LARGE, null, "GET", CSV, "X: 1\r\n".repeat(9_000), new byte[0]);
        add(ProblemType.CONTENT_TOO_LARGE, null, "POST", CSV, JSON + "Content-Length: 262145\r\n", new byte[0]);
        add(ProblemType.CONTENT_TOO_LARGE, null, "POST", CSV, JSON + "Content-Length: 9223372036854775807\r\n",
                new byte[0]);
        add(ProblemType.CONTENT_TOO_LARGE, null, "PUT", "/nothing", "Content-Length: 262145\r\n", new byte[0]);
        add(ProblemType.CONTENT_TOO_LARGE, null, "POST", CSV, JSON + "Transfer-Encoding: chunked\r\n",
                ("10000\r\n" + " ".repeat(1 << 16) + "\r\n").repeat(5).getBytes(StandardCharsets.UTF_8));
    }

    private void framing() {
        for (String headers : List.of("Content-Length: 99999999999999999999\r\n", "Content-Length: -1\r\n",
                "Content-Length: 0x5\r\n", "Content-Length: 1, 2\r\n", "Content-Length: 1\r\nContent-Length: 2\r\n",
                "Content-Length: \r\n", "Content-Length: 5 5\r\n", "No Colon\r\n", "Bad Name: 1\r\n", ": 1\r\n",
                "X\u0000Y: 1\r\n", "X: a\u0000b\r\n", "Transfer-Encoding : chunked\r\n", "X(Y): 1\r\n",
                "Content-Length : 1\r\n", "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked, gzip\r\n", "Transfer-Encoding: identity\r\n", "Transfer-Encoding: \r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 2\r\nTransfer-Encoding: xchunked\r\n",
                "Host: other\r\nHost: third\r\nContent-Length: x\r\n")) {
            add(ProblemType.MALFORMED_REQUEST, null, "POST", CSV, JSON + headers, new byte[0]);
        }
        for (String chunks : List.of("zz\r\n{}\r\n0\r\n\r\n", "-1\r\n", "2\r\n{}X\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\n")) {
            add(ProblemType.MALFORMED_REQUEST, null, "POST", CSV, JSON + "Transfer-Encoding: chunked\r\n",
                    chunks.getBytes(StandardCharsets.UTF_8));
        }
        for (String whole : List.of("GET\r\n\r\n", "GET " + CSV + "\r\n\r\n", "\u0016\u0003\u0001\u0002x\r\n\r\n",
                "GET " + CSV + " HTTP/1.1 x\r\nHost: localhost\r\n\r\n",
                "GET " + CSV + " FTP\r\nHost: localhost\r\n\r\n",
                "GET " + CSV + "?a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET " + CSV + " HTTP/1.1\r\nConnection: close\r\n\r\n")) {
            all.put(whole, new BadExchange(whole.replace("\r\n", "; "), whole.getBytes(StandardCharsets.ISO_8859_1),
                    ProblemType.MALFORMED_REQUEST, null));
        }
    }
}
