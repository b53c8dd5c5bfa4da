package io.focusgen.attack;

import static io.focusgen.attack.Outcome.REFUSED;
import static io.focusgen.attack.Outcome.SERVED;

import java.util.ArrayList;
import java.util.List;

/** Paths that lead out of where they begin, in every spelling, at every place that takes a name. */
final class PathAbuses {

    private static final List<String> PLACES = List.of("/%s", "/q/%s", "/q/swagger-ui/%s", "/problems/%s", "/api/v1/%s",
            "/api/v1/%s.csv", "/api/v1/cost-and-usage.%s", "/api/v1/truth/%s.csv", "/api/v1/jobs/%s",
            "/api/v1/jobs/%s/files/a.csv",
            "/api/v1/jobs/5f0c9a1e-0000-4000-8000-000000000000/files/%s");

    private static final List<String> WAYS = List.of("..%2f..%2f..%2fetc%2fpasswd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..%5c..%5cwindows%5cwin.ini", "..\\..\\windows\\win.ini", "%252e%252e%252f%252e%252e%252fetc%252fpasswd",
            "%c0%ae%c0%ae%c0%afetc%c0%afpasswd", "%e0%80%ae%e0%80%ae%e0%80%afetc", "%uff0e%uff0e%u2215etc",
            "%ef%bc%8e%ef%bc%8e%ef%bc%8fetc", "....%2f....%2fetc", "..;%2f..;%2fetc", "a%00.csv", "%00",
            "%2fetc%2fpasswd",
            "C:%5cwindows%5cwin.ini", "%5c%5chost%5cshare", "file:%2f%2f%2fetc%2fpasswd", "CON", "nul.csv", "com1",
            "aux.csv.gz", ".env", ".git%2fconfig", "application.properties", "META-INF%2fMANIFEST.MF", "~root", "$(id)",
            "%60id%60", "%7cid", "%3bid", "*", "%0d%0aSet-Cookie:%20a=b", "%e2%80%aegpj.csv", "%20", "%2e", "%2e%2e",
            "a".repeat(3_000), "%61".repeat(2_000), "a%2f".repeat(500));

    private PathAbuses() {
    }

    /** A dot in any spelling is no name: without it the path is that of its folder (RFC 3986, section 6.2.2). */
    private static boolean isPlace(String way) {
        return way.equals("%2e");
    }

    static List<Abuse> all() {
        List<Abuse> all = new ArrayList<>();
        for (String place : PLACES) {
            for (String way : WAYS) {
                String path = place.replace("%s", way);
                String name = path.length() < 100 ? path : path.substring(0, 100) + "…";
                all.add(Abuse.of("path " + name, door -> {
                    Reply reply = door.get(path);
                    Abuse.require(reply.text().indexOf("root:") < 0 && reply.head().indexOf("Set-Cookie") < 0,
                            "nothing from elsewhere", reply.text());
                    return Abuse.of(reply);
                }, REFUSED, isPlace(way) ? SERVED : REFUSED));
            }
        }
        return all;
    }
}
