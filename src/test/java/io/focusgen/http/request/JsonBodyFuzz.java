package io.focusgen.http.request;

import java.time.YearMonth;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.SpecFuzz;

/** Bytes as a JSON body, and what it gives as a data set. */
public final class JsonBodyFuzz {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 7);
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBodyFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Given given;
        String text = "";
        try {
            text = Body.text(data);
            given = JsonBody.parse(text);
        } catch (ProblemException unreadable) {
            requirePlace(unreadable.failure());
            return;
        } catch (RefusedException refused) {
            SpecFuzz.requireExplained(refused);
            return;
        }
        requireJson(text);
        SpecFuzz.require(given.values().size() <= Bounds.PARAMETERS, "few", text);
        for (List<String> values : given.values().values()) {
            SpecFuzz.require(values.size() <= Bounds.BODY_VALUES, "few values", text);
        }
        try {
            given.resolve(DEFAULTS);
        } catch (RefusedException refused) {
            SpecFuzz.requireExplained(refused);
            Failure.Refused failure = new Failure.Refused(refused.violations());
            SpecFuzz.require(failure.violations().toString().length() < 1 << 16, "a short answer",
                    failure.violations().size() + " violations");
        }
    }

    private static void requirePlace(Failure failure) {
        Failure.Position position = failure.position();
        SpecFuzz.require(failure.type() == ProblemType.MALFORMED_BODY && position != null && position.line() >= 1
                && position.column() >= 1, "a place in the body", failure.toString());
        SpecFuzz.require(failure.detail().length() < 400, "a short sentence", failure.detail());
    }

    /** What we read, every other reader of JSON reads. */
    private static void requireJson(String text) {
        try {
            SpecFuzz.require(text.isBlank() || JSON.readTree(text).isObject(), "an object", text);
        } catch (JsonProcessingException neither) {
            throw new AssertionError("is no JSON for anybody else: " + text, neither);
        }
    }
}
