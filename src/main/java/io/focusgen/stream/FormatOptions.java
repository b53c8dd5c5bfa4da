package io.focusgen.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.focusgen.spec.Defaults;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.spec.SpecReader;
import io.focusgen.spec.Violation;
import io.focusgen.table.TableFormat;

/** Parameters that only some formats have. To be asked where the format is known. */
public final class FormatOptions {

    private FormatOptions() {
    }

    /** What is wrong with giving these parameters for a format: a violation for each that it does not have. */
    private static List<Violation> check(String extension, Predicate<Parameter> has, Map<String, List<String>> raw) {
        List<Violation> violations = new ArrayList<>();
        raw.forEach((name, values) -> Parameter.byName(name).filter(has.negate())
                .ifPresent(parameter -> violations.add(new Violation(parameter.label(),
                        values.isEmpty() ? null : values.get(0),
                        "Must not be given for " + extension + ": it says how CSV is written.", null))));
        return violations;
    }

    /**
     * Reads a request whose format is known.
     *
     * @throws RefusedException with everything wrong at once
     */
    public static ResolvedSpec resolve(Format format, Map<String, List<String>> raw, Defaults defaults) {
        return read(format, raw, () -> SpecReader.resolve(raw, defaults));
    }

    /**
     * Reads a request whose rows are in this format.
     *
     * @throws RefusedException with everything wrong at once
     */
    public static <T> T read(Format format, Map<String, List<String>> raw, Supplier<T> reader) {
        return read(check(format.extension(), format::has, raw), reader);
    }

    /**
     * Reads a request whose answer is JSON, whatever it is about.
     *
     * @throws RefusedException with everything wrong at once
     */
    public static <T> T readForJson(Map<String, List<String>> raw, Supplier<T> reader) {
        return read(check("json", parameter -> !parameter.ofCsv(), raw), reader);
    }

    /**
     * Reads a request whose answer is a table in this format.
     *
     * @throws RefusedException with everything wrong at once
     */
    public static <T> T read(TableFormat format, Map<String, List<String>> raw, Supplier<T> reader) {
        return switch (format) {
            case CSV -> reader.get();
            case JSON -> readForJson(raw, reader);
        };
    }

    private static <T> T read(List<Violation> violations, Supplier<T> reader) {
        T read;
        try {
            read = reader.get();
        } catch (RefusedException refused) {
            violations.addAll(refused.violations());
            throw new RefusedException(violations);
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return read;
    }
}
