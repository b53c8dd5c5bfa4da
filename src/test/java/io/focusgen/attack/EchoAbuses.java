package io.focusgen.attack;

import static io.focusgen.attack.Outcome.REFUSED;
import static io.focusgen.attack.Outcome.SERVED;
import static io.focusgen.attack.Outcome.TURNED_AWAY;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Headers that may hold a secret: whatever is wrong with a request, nothing of them comes back. */
final class EchoAbuses {

    private static final String SECRET = "s3cret";

    /** As a word, as two, as what it may look like. */
    private static final List<String> VALUES = List.of(SECRET, SECRET + " " + SECRET, "\"" + SECRET + "\"",
            SECRET + "/" + SECRET, "application/json; charset=" + SECRET, "bytes=" + SECRET, "http://" + SECRET,
            "Basic " + SECRET);

    private static final List<String> HEADERS = List.of("Content-Type", "Content-Encoding", "Content-Language",
            "Idempotency-Key", "If-Match", "If-None-Match", "If-Modified-Since", "If-Range", "Range", "Last-Event-ID",
            "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Authorization", "Proxy-Authorization",
            "X-API-Key", "X-CSRF-Token", "Cookie", "Origin", "Referer", "User-Agent", "From", "Via", "Forwarded",
            "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Sec-Fetch-Site",
            "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Access-Control-Request-Method", "Access-Control-Request-Headers",
            "traceparent", "tracestate", "baggage", "Upgrade", "Prefer", "X-HTTP-Method-Override", "X-Anything");

    private static final String BODY = "{\"rows\":\"x\"}";

    private EchoAbuses() {
    }

    static List<Abuse> all() {
        List<Abuse> all = new ArrayList<>();
        for (String header : HEADERS) {
            // What shows who asks is turned away where it is wrong.
            all.add(Abuse.of("nothing of " + header + " comes back", door -> everywhere(door, header), SERVED, REFUSED,
                    TURNED_AWAY));
        }
        // A name that is harmless comes back; one that could break a line does not.
        all.add(Abuse.of("nothing of an X-Request-Id that is none comes back", door -> ask(door, "GET", Attack.SMALL
                + "&rows=x", "X-Request-Id: " + SECRET + " " + SECRET), REFUSED));
        return all;
    }

    private static Outcome everywhere(Door door, String header) throws IOException {
        Outcome last = SERVED;
        for (String value : VALUES) {
            String once = header + ": " + value;
            ask(door, "GET", Attack.SMALL + "&rows=x", once);
            ask(door, "OPTIONS", "/api/v1/jobs", once);
            ask(door, "GET", "/docs", once);
            ask(door, "POST", "/api/v1/preview", once);
            ask(door, "POST", "/api/v1/jobs", once);
            last = ask(door, "POST", "/api/v1/jobs", once + "\r\n" + once);
        }
        return last;
    }

    private static Outcome ask(Door door, String method, String target, String lines) throws IOException {
        String type = lines.startsWith("Content-Type") ? "" : "Content-Type: application/json\r\n";
        String body = method.equals("POST") ? BODY : "";
        try (Wire wire = door.open()) {
            Reply reply = wire.send(door.request(method, target, lines, type + "Content-Length: " + body.length(),
                    "Connection: close") + body).reply();
            Abuse.require(!(reply.head() + reply.text()).contains(SECRET), "nothing of " + lines,
                    reply.head() + reply.text());
            return Abuse.of(reply);
        }
    }
}
