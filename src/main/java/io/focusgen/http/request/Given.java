package io.focusgen.http.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.focusgen.spec.Defaults;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.spec.SpecReader;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;

/**
 * What a client gave, wherever it stood.
 *
 * @param values by name, both in the order given
 * @param violations what could not become a value
 */
public record Given(Map<String, List<String>> values, List<Violation> violations) {

    /** The same for all spellings of a name. */
    static String key(String name) {
        return Parameter.byName(name).map(Parameter::label).orElseGet(() -> Spelling.plain(name));
    }

    /** This query string's parameters and those of a body, which may not name the same ones. */
    public Given and(Given body) {
        Set<String> here = new HashSet<>();
        values.keySet().forEach(name -> here.add(key(name)));
        Map<String, List<String>> both = new LinkedHashMap<>(values);
        List<Violation> wrong = new ArrayList<>(violations);
        wrong.addAll(body.violations);
        body.values.forEach((name, given) -> {
            if (here.contains(key(name))) {
                wrong.add(new Violation(key(name), String.join(", ", given),
                        "Must be given once: in the query string or in the body.", null));
            } else {
                both.put(name, given);
            }
        });
        return new Given(both, wrong);
    }

    /**
     * The data set asked for.
     *
     * @throws RefusedException with everything wrong at once
     */
    public ResolvedSpec resolve(Defaults defaults) {
        return read(parameters -> SpecReader.resolve(parameters, defaults));
    }

    /**
     * What a reader of parameters makes of the values.
     *
     * @throws RefusedException with everything wrong at once
     */
    public <T> T read(Function<Map<String, List<String>>, T> reader) {
        List<Violation> wrong = new ArrayList<>(violations);
        try {
            T read = reader.apply(values);
            if (wrong.isEmpty()) {
                return read;
            }
        } catch (RefusedException refused) {
            wrong.addAll(refused.violations());
        }
        throw new RefusedException(wrong);
    }
}
