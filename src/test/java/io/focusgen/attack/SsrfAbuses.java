package io.focusgen.attack;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Receivers that lead into the network of the service, and other places that a job might be made to reach. */
final class SsrfAbuses {

    private static final List<String> HOSTS = List.of("127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001",
            "0x7f.0.0.1", "0177.0.0.1", "017700000001", "0", "0.0.0.0", "00000177.0.0.1", "127.0.0.1.", "127.0.0.01",
            "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "100.100.100.200", "169.254.169.254", "0xa9fea9fe",
            "2852039166", "0251.0376.0251.0376", "169.254.43518", "168.63.129.16", "8.8.8.8", "255.255.255.255",
            "[::1]",
            "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:0:127.0.0.1]",
            "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]",
            "[fe80::1%25eth0]", "[fe80::1%eth0]", "[fd00:ec2::254]", "[2606:4700::1111]", "localhost", "LOCALHOST",
            "localhost.", "a.localhost", "localhost.localdomain", "printer.local", "metadata",
            "metadata.google.internal",
            "metadata.google.internal.", "instance-data", "kubernetes.default.svc", "redis", "router.lan",
            "nas.home.arpa",
            "example.com.", "user@example.com", "user:password@example.com", "example.com@127.0.0.1",
            "127.0.0.1@example.com",
            "example.com\\\\@127.0.0.1", "127.0.0.1%2f.example.com", "%31%32%37.0.0.1", "example.com%00.org",
            "\u2460\u2461\u2466.\u24ea.\u24ea.\u2460", "127\u30020\u30020\u30021", "\uff11\uff12\uff17.0.0.1",
            "loc\u00adalhost", "ex\u00e4mple.com", "\u202elocalhost.com", "example.com:22", "example.com:6379",
            "example.com:0", "example.com:99999", "");

    private static final List<String> URLS = List.of("http://example.com/", "http://169.254.169.254/latest/meta-data/",
            "file:///etc/passwd", "gopher://127.0.0.1:6379/_PING", "dict://127.0.0.1:6379/", "ftp://example.com/",
            "ldap://127.0.0.1/", "jar:https://example.com!/", "//example.com/", "https:/example.com/",
            "https:example.com",
            "https://example.com/\\r\\nHost: x", "https://example.com/#@127.0.0.1", "https://example.com/\\u0000",
            "javascript:alert(1)", "data:text/plain,x");

    /** Where files go is the service's matter alone. */
    private static final List<String> TARGETS = List.of("\"endpoint\":\"http://127.0.0.1/\"",
            "\"s3Endpoint\":\"http://169.254.169.254/\"", "\"bucket\":\"other\"", "\"prefix\":\"../other\"",
            "\"path\":\"/etc\"", "\"out\":\"/etc/passwd\"", "\"dir\":\"..\"", "\"target\":\"s3://other/x\"",
            "\"target\":\"http://127.0.0.1/\"", "\"target\":\"/etc\"", "\"file\":\"/etc/passwd\"",
            "\"url\":\"http://127.0.0.1\"",
            "\"organisation\":\"@/etc/passwd\"", "\"organisation\":\"http://127.0.0.1/\"",
            "\"organisation\":\"!include /etc/passwd\"");

    private SsrfAbuses() {
    }

    /** Whether a receiver of the public internet is taken: where it is not, all others may be refused for something else. */
    static boolean takesReceivers(Door door) throws IOException {
        try (Wire wire = door.open()) {
            Reply reply = wire.send(door.post("/api/v1/jobs", "{\"rows\":0,\"webhook\":\"https://example.com/\"}"))
                    .reply();
            return reply.status() == 400 && reply.text().contains("\"field\":\"rows\"")
                    && !reply.text().contains("\"field\":\"webhook\"");
        }
    }

    static List<Abuse> all() {
        return Stream.concat(receivers().stream(), targets().stream()).toList();
    }

    static List<Abuse> targets() {
        return TARGETS.stream().map(SsrfAbuses::abuse).toList();
    }

    private static List<Abuse> receivers() {
        Stream<String> webhooks = Stream.concat(HOSTS.stream().map(host -> "https://" + host + "/"), URLS.stream())
                .map(url -> "\"webhook\":\"" + url + "\"");
        return webhooks.map(SsrfAbuses::abuse).toList();
    }

    private static Abuse abuse(String member) {
        return Abuse.of("job with " + member, door -> refused(door, member), Outcome.REFUSED);
    }

    private static Outcome refused(Door door, String member) throws IOException {
        try (Wire wire = door.open()) {
            Reply reply = wire.send(door.post("/api/v1/jobs", "{\"rows\":1," + member + "}")).reply();
            Outcome outcome = Abuse.of(reply);
            String field = member.substring(1, member.indexOf('"', 1));
            Abuse.require(outcome != Outcome.REFUSED || reply.status() == 400
                    && reply.text().contains("\"field\":\"" + field + "\""), "blamed on " + field, reply.text());
            return outcome;
        }
    }
}
