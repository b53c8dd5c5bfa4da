package io.focusgen.spec.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Names of one kind, of which none may be another in a different spelling: they become parts of the same identifiers. */
final class Distinct {

    private final Faults faults;
    private final String what;
    private final SortedMap<String, String> byPlain = new TreeMap<>();

    Distinct(Faults faults, String what) {
        this.faults = faults;
        this.what = what;
    }

    /** Takes a name; what it took: the name, or nothing where there is none or it is taken. */
    List<String> add(Node at, @Nullable String name) {
        if (name == null) {
            return List.of();
        }
        String taken = byPlain.putIfAbsent(Named.plain(name), name);
        if (taken != null) {
            faults.add(at, "There is " + what + " " + taken + " already.");
            return List.of();
        }
        return List.of(name);
    }

    boolean has(String name) {
        return name.equals(byPlain.get(Named.plain(name)));
    }

    /** In order of spelling. */
    List<String> all() {
        return new ArrayList<>(byPlain.values());
    }
}
