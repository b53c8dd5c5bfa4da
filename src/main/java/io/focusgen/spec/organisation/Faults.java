package io.focusgen.spec.organisation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What is wrong with a document so far; a document that is wrong all over is not listed in full. */
final class Faults {

    /** As many as anybody reads. */
    static final int MOST = 100;

    private final List<Fault> found = new ArrayList<>();

    void add(Node at, String message, List<String> choices) {
        add(at.line(), at.column(), at.text(), message, choices);
    }

    void add(Node at, String message) {
        add(at, message, List.of());
    }

    void add(int line, int column, @Nullable String value, String message, List<String> choices) {
        if (!full()) {
            found.add(new Fault(line, column, value, message, choices));
        }
    }

    /** Whether it is not worth reading on. */
    boolean full() {
        return found.size() == MOST;
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Fault> all() {
        return List.copyOf(found);
    }
}
