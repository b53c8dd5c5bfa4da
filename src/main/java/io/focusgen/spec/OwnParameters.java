package io.focusgen.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The parameters that some kind of request takes besides those of its data set, and everything found wrong with the request
 * so far.
 *
 * @param <P> a table of them
 */
public final class OwnParameters<P extends Documented> {

    private final List<P> known;
    private final Map<P, List<String>> values = new LinkedHashMap<>();
    private final Map<String, List<String>> others = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /** Finds those that are {@code known} among {@code raw}, whatever the spelling of their names. */
    public OwnParameters(List<P> known, Map<String, List<String>> raw) {
        this.known = List.copyOf(known);
        raw.forEach((name, given) -> named(name).ifPresentOrElse(
                parameter -> values.computeIfAbsent(parameter, none -> new ArrayList<>()).addAll(given),
                () -> others.put(name, given)));
    }

    private Optional<P> named(String name) {
        String plain = Spelling.plain(name);
        return known.stream().filter(parameter -> Spelling.plain(parameter.label()).equals(plain)).findFirst();
    }

    /** What a reader makes of all other parameters; null where something is wrong with them, which is noted. */
    public <T> @Nullable T dataset(Function<Map<String, List<String>>, T> reader) {
        try {
            return reader.apply(others);
        } catch (RefusedException refused) {
            violations.addAll(refused.violations());
            return null;
        }
    }

    /** Their names, in order. */
    public List<String> labels() {
        return known.stream().map(Documented::label).toList();
    }

    /** A whole number from {@code least} to {@code most}, or {@code absent} where it is not given or wrong. */
    public long whole(P parameter, long absent, long least, long most) {
        return one(parameter, absent, text -> Numbers.whole(text, least, most));
    }

    /** The constant of a closed set whose label is given, or {@code absent}. */
    public <T> T choice(P parameter, T absent, Function<T, String> label, List<T> choices) {
        return one(parameter, absent, text -> {
            List<String> labels = choices.stream().map(label).toList();
            Optional<String> match = Spelling.match(text, labels);
            if (match.isEmpty()) {
                throw new WrongValue(Spelling.nearest(text, labels).orElse(null));
            }
            return choices.get(labels.indexOf(match.get()));
        });
    }

    private <T> T one(P parameter, T absent, GivenParameters.Reading<? extends T> reading) {
        List<String> given = values.get(parameter);
        if (given == null) {
            return absent;
        }
        String text = String.join(", ", given);
        if (given.size() != 1) {
            refuse(parameter.label(), text, "Must be given once.", null);
            return absent;
        }
        try {
            if (!text.isBlank()) {
                return reading.read(text);
            }
            refuse(parameter.label(), text, must(parameter), null);
        } catch (WrongValue wrong) {
            refuse(parameter.label(), text, must(parameter), wrong.nearest());
        }
        return absent;
    }

    private static String must(Documented parameter) {
        return "Must be " + parameter.type().allowed() + ".";
    }

    /** The text of a parameter, neither blank nor given twice; null where it is not given or wrong. */
    public @Nullable String text(P parameter) {
        return one(parameter, Optional.<String>empty(), Optional::of).orElse(null);
    }

    /** Notes something wrong. See {@link Violation} for what is what. */
    public void refuse(String field, @Nullable String value, String message, @Nullable String nearest) {
        violations.add(new Violation(field, value, message, nearest));
    }

    /**
     * Ends the reading.
     *
     * @param dataset what {@link #dataset} gave
     * @return the same
     * @throws RefusedException where anything was wrong, with all of it
     */
    public <T> T done(@Nullable T dataset) {
        if (dataset == null || !violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return dataset;
    }
}
