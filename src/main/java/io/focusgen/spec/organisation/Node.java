package io.focusgen.spec.organisation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of a document, and where it begins. */
sealed interface Node {

    /** From 1. */
    int line();

    /** From 1. */
    int column();

    /** What stands there, where that is short enough to be shown. */
    @Nullable
    String text();

    /** A word or number, not interpreted; empty for null. */
    record Scalar(int line, int column, String text) implements Node {
    }

    /** Items in order. */
    record Sequence(int line, int column, List<Node> items) implements Node {

        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /** Members in order; keys may repeat. */
    record Mapping(int line, int column, List<Entry> entries) implements Node {

        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /** A member. */
    record Entry(Scalar key, Node value) {
    }
}
