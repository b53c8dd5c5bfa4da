package io.focusgen.spec;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.focusgen.sink.FileTarget;

/** Lines of {@code name=value} as the parameters of a data set. */
public final class SpecFuzz {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 7);
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~/,:%&=-]*");

    private SpecFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Map<String, List<String>> raw = parameters(data);
        DatasetSpec spec;
        try {
            spec = SpecReader.read(raw, DEFAULTS);
        } catch (RefusedException refused) {
            requireExplained(refused);
            return;
        }
        String query = CanonicalRequest.of(spec).query();
        require(QUERY.matcher(query).matches(), "a query of safe characters", query);
        Defaults none = new Defaults(YearMonth.of(2020, 1), () -> {
            throw new AssertionError("the canonical request asks for chance: " + query);
        });
        require(SpecReader.read(BadRequests.raw(query), none).equals(spec), "the same from the canonical request",
                query);
        String name = FileNames.rows(spec, "csv");
        require(FileTarget.isName(name), "the name of a file", name);
    }

    /** Lines of {@code name=value}. */
    public static Map<String, List<String>> parameters(byte[] data) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (String line : new String(data, StandardCharsets.UTF_8).split("\n", 60)) {
            String[] parts = line.split("=", 2);
            raw.computeIfAbsent(parts[0], none -> new ArrayList<>()).add(parts.length == 1 ? "" : parts[1]);
        }
        return raw;
    }

    /** A refusal says what is wrong with what, and what is allowed, and shows nothing that is invisible. */
    public static void requireExplained(RefusedException refused) {
        require(!refused.violations().isEmpty(), "a violation", "");
        for (Violation violation : refused.violations()) {
            String value = violation.value();
            require(violation.message().matches("(?s)[A-Z].{5,}\\."), "a sentence", violation.message());
            require(Violation.echo(violation.field()).equals(violation.field()), "a visible name", violation.field());
            require(value == null || Violation.echo(value).equals(value), "a visible value", String.valueOf(value));
            require(violation.message().chars().noneMatch(Character::isISOControl), "a visible sentence",
                    violation.message());
        }
    }

    /** Fails where something does not hold. */
    public static void require(boolean holds, String what, String instead) {
        if (!holds) {
            throw new AssertionError("must be " + what + ", not " + instead);
        }
    }
}
