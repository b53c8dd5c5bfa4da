package io.focusgen.attack;

import static io.focusgen.attack.Outcome.CUT;
import static io.focusgen.attack.Outcome.REFUSED;
import static io.focusgen.attack.Outcome.SERVED;
import static io.focusgen.attack.Outcome.WAITING;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** Lines, headers and targets that are none, too long or about somebody else, and other protocols. */
final class HeadAbuses {

    private static final String HOST = "Host: localhost\r\n";
    private static final String EVIL = "evil.example";

    /** The greeting of a TLS client, up to its random bytes. */
    private static final String TLS = "160301020001 0001fc0303".replace(" ", "");

    private HeadAbuses() {
    }

    static List<Abuse> all() {
        List<Abuse> all = new ArrayList<>();
        sizes(all);
        headers(all);
        targets(all);
        hosts(all);
        protocols(all);
        return all;
    }

    private static void get(List<Abuse> all, String name, String target, String headers, Outcome first,
            Outcome... more) {
        all.add(Abuse.bytes(name, "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n", first, more));
    }

    private static void sizes(List<Abuse> all) {
        get(all, "a line of 30,000 characters", "/" + "a".repeat(30_000), HOST, REFUSED);
        get(all, "a line of 1 MiB", "/?" + "a".repeat(1 << 20), HOST, REFUSED, CUT);
        all.add(Abuse.bytes("a method of 30,000 characters", "G".repeat(30_000) + " / HTTP/1.1\r\n" + HOST + "\r\n",
                REFUSED));
        get(all, "a header of 30,000 characters", "/q/health", HOST + "X: " + "a".repeat(30_000) + "\r\n", REFUSED);
        get(all, "a header of 4 MiB", "/q/health", HOST + "X: " + "a".repeat(4 << 20) + "\r\n", REFUSED, CUT);
        get(all, "a header name of 30,000 characters", "/q/health", HOST + "a".repeat(30_000) + ": x\r\n", REFUSED);
        get(all, "10,000 headers", "/q/health", HOST + "X: 1\r\n".repeat(10_000), REFUSED, CUT);
        get(all, "10,000 names of headers that collide", "/q/health", HOST + "Aa: 1\r\nBB: 1\r\n".repeat(5_000),
                REFUSED, CUT);
        get(all, "a cookie of 19,000 characters", "/q/health", HOST + "Cookie: a=" + "b".repeat(19_000) + "\r\n",
                SERVED, REFUSED);
        get(all, "1,000 languages", "/q/health", HOST + "Accept: " + "a/b;q=0.1,".repeat(1_000) + "x/y\r\n", SERVED,
                REFUSED);
        get(all, "1,000 ranges", Attack.SMALL, HOST + "Range: bytes=" + "0-1,".repeat(1_000) + "0-1\r\n", SERVED,
                REFUSED);
        get(all, "1,500 entity tags", Attack.SMALL, HOST + "If-None-Match: " + "\"a\",".repeat(1_500) + "\"b\"\r\n",
                SERVED);
        all.add(Abuse.bytes("1,000 empty lines, then a request",
                "\r\n".repeat(1_000) + "GET /q/health HTTP/1.1\r\n" + HOST + "\r\n", SERVED, REFUSED, CUT));
        all.add(Abuse.bytes("1 MiB of empty lines", "\r\n".repeat(1 << 19), WAITING, REFUSED, CUT));
    }

    private static void headers(List<Abuse> all) {
        for (String header : List.of("No colon", ": no name", "Bad Name: 1", "X\0Y: 1", "X: a\0b", "X(Y): 1",
                "X\u00e4: 1", "X\t: 1", "X : 1")) {
            get(all, "header " + header.replace('\0', '0'), "/q/health", HOST + header + "\r\n", REFUSED);
        }
        get(all, "a folded header", "/q/health", HOST + "X: a\r\n b\r\n", SERVED, REFUSED);
        get(all, "a first header that is folded", "/q/health", " " + HOST, REFUSED);
        get(all, "CR alone in a header", "/q/health", HOST + "X: a\rEvil: b\r\n", SERVED, REFUSED);
        all.add(Abuse.bytes("lines that end in LF alone", "GET /q/health HTTP/1.1\nHost: localhost\n\n", SERVED,
                REFUSED));
        get(all, "an X-Request-Id of two lines", "/q/health", HOST + "X-Request-Id: a\r\n\tSet-Cookie: b\r\n", SERVED,
                REFUSED);
    }

    private static void targets(List<Abuse> all) {
        for (String target : List.of("/q/health x", "/q/hea\0lth", "", "q/health", "*", "?", "/%zz", "/%",
                "/%c0%ae%c0%ae/",
                "/\u00ff", "/q/health#part", "//evil.example/q/health", "/..", "/../../etc/passwd", "\\q\\health",
                "http:", "http://", "http://[::1", "ftp://x/", "javascript:1")) {
            get(all, "target " + target.replace('\0', '0').replaceAll("[^ -~]", "?"), target, HOST, REFUSED);
        }
        get(all, "a target of somebody else", "http://" + EVIL + "/q/health", HOST, SERVED, REFUSED);
        all.add(Abuse.bytes("CONNECT", "CONNECT 169.254.169.254:80 HTTP/1.1\r\nHost: 169.254.169.254:80\r\n\r\n",
                REFUSED));
        all.add(Abuse.bytes("OPTIONS *", "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n", SERVED, REFUSED));
        all.add(Abuse.bytes("TRACE", "TRACE /q/health HTTP/1.1\r\n" + HOST + "Cookie: secret\r\n\r\n", REFUSED));
        all.add(Abuse.bytes("a method in small letters", "get /q/health HTTP/1.1\r\n" + HOST + "\r\n", REFUSED));
        all.add(Abuse.bytes("a method of signs", "<script> /q/health HTTP/1.1\r\n" + HOST + "\r\n", REFUSED));
    }

    private static void hosts(List<Abuse> all) {
        get(all, "no Host", "/q/health", "", REFUSED);
        get(all, "two Hosts", "/q/health", HOST + "Host: " + EVIL + "\r\n", REFUSED);
        for (String host : List.of(EVIL, "localhost:99999", EVIL + "@localhost", "localhost/../" + EVIL, "",
                "[::1", "a b", "<script>", "127.0.0.1#" + EVIL)) {
            all.add(Abuse.of("Host " + host, door -> {
                try (Wire wire = door.open()) {
                    Reply reply = wire.send("GET /docs HTTP/1.1\r\n" + door.headers() + "Host: " + host
                            + "\r\nX-Forwarded-Host: " + EVIL + "\r\nForwarded: host=" + EVIL
                            + "\r\nConnection: close\r\n\r\n").reply();
                    Abuse.require(!(reply.head() + reply.text()).contains(EVIL), "nothing of the name it was asked by",
                            reply.head() + reply.text());
                    return Abuse.of(reply);
                }
            }, SERVED, REFUSED));
        }
    }

    private static Abuse version(String version) {
        return Abuse.of("version " + version, door -> {
            try (Wire wire = door.open()) {
                Reply reply = wire.send("GET /q/health " + version + "\r\n" + HOST + "\r\n").reply();
                Abuse.require(!door.packaged() || reply.head().startsWith("HTTP/1.1 400 "), "400 in our own version",
                        reply.head());
                return Abuse.of(reply);
            }
        }, REFUSED, CUT);
    }

    private static void protocols(List<Abuse> all) {
        all.add(Abuse.bytes("HTTP/0.9", "GET /q/health\r\n\r\n", REFUSED, CUT));
        all.add(Abuse.bytes("HTTP/1.0", "GET /q/health HTTP/1.0\r\n\r\n", SERVED));
        for (String version : List.of("HTTP/2.0", "HTTP/3.0", "HTTP/1.9", "HTTP/0.1", "HTTP/1.1x", "FTP/1.1",
                "HTTP/999999999999.1")) {
            all.add(version(version));
        }
        all.add(Abuse.bytes("the beginning of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0", REFUSED,
                CUT));
        get(all, "an upgrade to HTTP/2", "/q/health", HOST
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
                SERVED);
        get(all, "an upgrade to a web socket", "/q/health", HOST + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", SERVED);
        byte[] random = new byte[512];
        new SplittableRandom(1).nextBytes(random);
        byte[] greeting = HexFormat.of().parseHex(TLS + HexFormat.of().formatHex(random));
        all.add(Abuse.bytes("a greeting of TLS", greeting, REFUSED, CUT, WAITING));
        all.add(Abuse.bytes("a greeting of SSH", "SSH-2.0-OpenSSH_9.2\r\n", WAITING, REFUSED, CUT));
        all.add(Abuse.bytes("a mail", "EHLO x\r\nMAIL FROM:<a@b>\r\n\r\n", REFUSED, CUT));
        all.add(Abuse.bytes("a command of Redis", "*1\r\n$4\r\nPING\r\n\r\n", REFUSED, CUT));
        byte[] noise = new byte[1 << 16];
        new SplittableRandom(2).nextBytes(noise);
        all.add(Abuse.bytes("64 KiB of noise", noise, REFUSED, CUT, WAITING));
        all.add(Abuse.bytes("64 KiB of NUL", new byte[1 << 16], REFUSED, CUT, WAITING));
        all.add(Abuse.bytes("1 MiB of letters", "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII), REFUSED, CUT));
    }
}
