package io.focusgen.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The parameters of one request, and everything found wrong with them so far. */
final class GivenParameters {

    /** Reads one value that is not empty. */
    @FunctionalInterface
    interface Reading<T> {
        T read(String text) throws WrongValue;
    }

    /** Several times as many as any list may have: what is wrong with more is neither looked for nor read by anybody. */
    static final int MOST_ITEMS = 200;

    private final Map<Parameter, List<String>> values = new EnumMap<>(Parameter.class);
    private final List<Violation> unknown = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Set<Parameter> supplied = EnumSet.noneOf(Parameter.class);
    private final Set<Parameter> tooLong = EnumSet.noneOf(Parameter.class);

    /**
     * Sorts what was given under its parameters, whatever the spelling of their names.
     *
     * @param others names that are read elsewhere, and may be meant by one that is not known
     */
    GivenParameters(Map<String, List<String>> raw, List<String> others) {
        new TreeMap<>(raw).forEach((name, given) -> Parameter.byName(name).ifPresentOrElse(
                parameter -> values.computeIfAbsent(parameter, none -> new ArrayList<>()).addAll(given),
                () -> unknown.add(unknown(name, given, others))));
    }

    private static Violation unknown(String name, List<String> given, List<String> others) {
        List<String> names = Stream.concat(Parameter.labels().stream(), others.stream()).toList();
        return new Violation(name, given.isEmpty() ? null : given.get(0),
                "There is no such parameter; there are " + String.join(", ", names) + ".",
                Spelling.nearest(name, names).orElse(null));
    }

    /** Gives every parameter that is not given. */
    void otherwise(Map<String, List<String>> more) {
        more.forEach((name, given) -> Parameter.byName(name).ifPresent(parameter -> {
            if (values.putIfAbsent(parameter, given) == null) {
                supplied.add(parameter);
            }
        }));
    }

    /** Reads some texts of a parameter as others, e.g. a blank one that would count as none. */
    void alsoAs(Parameter parameter, Map<String, String> texts) {
        values.computeIfPresent(parameter,
                (same, given) -> given.stream().map(text -> texts.getOrDefault(text, text)).toList());
    }

    /** Makes one text of several. */
    void join(Parameter parameter, Function<List<String>, String> joining) {
        values.computeIfPresent(parameter,
                (same, given) -> given.size() > 1 ? List.of(joining.apply(given)) : given);
    }

    /** Takes back what only a scenario says of these. */
    void forgetSupplied(Collection<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (supplied.remove(parameter)) {
                values.remove(parameter);
            }
        }
    }

    /** Refuses what the request itself, and not its scenario, says of providers that are not asked for. */
    void refuseOthers(Parameter parameter, Collection<String> named, List<String> asked) {
        for (String label : named) {
            if (!asked.contains(label) && isAsked(parameter)) {
                refuse(parameter, label, "Must be of a provider that is asked for: " + String.join(", ", asked) + ".",
                        null);
            }
        }
    }

    /** Whether the request itself has it, and not only its scenario. */
    boolean isAsked(Parameter parameter) {
        return has(parameter) && !supplied.contains(parameter);
    }

    boolean has(Parameter parameter) {
        return values.containsKey(parameter);
    }

    /** What {@code parameter} says, or {@code absent} where it is not given or wrong; what is wrong is noted. */
    <T> T one(Parameter parameter, T absent, Reading<? extends T> reading) {
        List<String> given = values.get(parameter);
        if (given == null) {
            return absent;
        }
        if (given.size() != 1) {
            refuse(parameter, String.join(", ", given), "Must be given once.", null);
            return absent;
        }
        String text = given.get(0);
        if (text.isBlank()) {
            refuse(parameter, text, must(parameter), null);
            return absent;
        }
        try {
            return reading.read(text);
        } catch (WrongValue wrong) {
            refuse(parameter, text, must(parameter), wrong.nearest());
            return absent;
        }
    }

    /** The constant of a closed set whose label {@code parameter} names. */
    <E> E choice(Parameter parameter, E absent, Function<E, String> label, List<E> choices) {
        return one(parameter, absent, text -> {
            List<String> labels = parameter.type().choices();
            Optional<String> match = Spelling.match(text, labels);
            Optional<E> choice = match.flatMap(
                    name -> choices.stream().filter(candidate -> label.apply(candidate).equals(name)).findFirst());
            if (choice.isEmpty()) {
                throw new WrongValue(Spelling.nearest(text, labels).orElse(null));
            }
            return choice.get();
        });
    }

    /** The labels of a closed set that a repeatable parameter names, in the order given; {@code absent} where it is not given. */
    List<String> choices(Parameter parameter, List<String> absent) {
        if (!has(parameter)) {
            return absent;
        }
        List<String> chosen = new ArrayList<>();
        List<String> labels = parameter.type().choices();
        for (String text : list(parameter)) {
            Optional<String> match = Spelling.match(text, labels);
            if (match.isEmpty()) {
                refuse(parameter, text, must(parameter), Spelling.nearest(text, labels).orElse(null));
            } else if (chosen.contains(match.get())) {
                refuse(parameter, text, "Must be named once.", null);
            } else {
                chosen.add(match.get());
            }
        }
        return chosen.isEmpty() ? absent : chosen;
    }

    /** All values of a parameter as they were given; an empty list where it is not. */
    List<String> texts(Parameter parameter) {
        return values.getOrDefault(parameter, List.of());
    }

    /** All values of a repeatable parameter, each split at commas; an empty list where it is not given. */
    List<String> list(Parameter parameter) {
        return bounded(parameter, texts(parameter).stream()
                .flatMap(text -> Stream.of(text.split(",", -1))).map(String::strip).toList());
    }

    /** These items of a list, or the first of them where there are more than {@link #MOST_ITEMS}, which is noted once. */
    List<String> bounded(Parameter parameter, List<String> items) {
        if (items.size() <= MOST_ITEMS) {
            return items;
        }
        if (tooLong.add(parameter)) {
            refuse(parameter, items.size() + " items", "A list may have at most " + MOST_ITEMS + " items.", null);
        }
        return items.subList(0, MOST_ITEMS);
    }

    static String must(Parameter parameter) {
        return "Must be " + parameter.type().allowed() + ".";
    }

    void refuse(Parameter parameter, @Nullable String value, String message, @Nullable String nearest) {
        violations.add(new Violation(parameter.label(), value, message, nearest));
    }

    /** Throws where anything was wrong: known parameters first, in the order they were read. */
    void done() {
        violations.addAll(unknown);
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
    }
}
