package io.focusgen.http.request;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.SpecFuzz;
import io.vertx.core.MultiMap;

/** Lines as Content-Type, the last but the only one as Content-Encoding. */
public final class MediaTypesFuzz {

    private MediaTypesFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", 4);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < lines.length; i++) {
            headers.add(i > 0 && i == lines.length - 1 ? "Content-Encoding" : "Content-Type", lines[i]);
        }
        try {
            String given = lines[0].toLowerCase(Locale.ROOT);
            SpecFuzz.require(MediaTypes.sayJson(headers) && given.strip().startsWith(MediaTypes.JSON), "a type we read",
                    lines[0]);
            SpecFuzz.require(lines.length < 3, "one type", lines[0]);
            SpecFuzz.require(lines.length < 2 || lines[1].strip().equalsIgnoreCase("identity"), "no coding", lines[0]);
        } catch (ProblemException refused) {
            Failure failure = refused.failure();
            SpecFuzz.require(failure.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE
                    && failure.allowed().equals(List.of(MediaTypes.JSON)), "what is allowed", failure.toString());
            SpecFuzz.require(failure.detail().length() < 400, "a short sentence", failure.detail());
        }
    }
}
