package io.focusgen.spec.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A constant that documents name. */
interface Named {

    /** As documented. */
    String label();

    /** Whole names that are read too. */
    List<String> otherNames();

    /** The constant that {@code given} names, whatever its case and separators. */
    static <E extends Named> Optional<E> find(String given, List<E> constants) {
        String plain = plain(given);
        return constants.stream().filter(constant -> Stream
                .concat(Stream.of(constant.label()), constant.otherNames().stream())
                .anyMatch(name -> plain(name).equals(plain))).findFirst();
    }

    static List<String> labels(List<? extends Named> constants) {
        return constants.stream().map(Named::label).toList();
    }

    /** {@code cost_center} and {@code Cost-Center} are the same. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c != '-' && c != '_' && c != ' ' && c != '.') {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
