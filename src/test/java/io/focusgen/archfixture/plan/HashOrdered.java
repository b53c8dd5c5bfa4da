package io.focusgen.archfixture.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collections whose order is nobody's promise. */
public final class HashOrdered {

    Map<String, String> map() {
        return new HashMap<>();
    }

    Supplier<Set<String>> reference() {
        return HashSet::new;
    }

    Set<String> collected() {
        return Stream.of("a").collect(Collectors.toSet());
    }
}
