package io.focusgen.spec;

import java.util.List;

/** A line of a table of parameters that only some kind of request takes: given at most once, under one name. */
public interface OwnParameter extends Documented {

    /**
     * What a table says of a parameter. See {@link Documented} for what is what.
     *
     * @param label its name
     * @param type of its values
     * @param defaultValue where it is not given
     * @param example of a value
     * @param help one sentence or a few
     */
    record Line(String label, ValueType type, String defaultValue, String example, String help) {
    }

    /** What the table says of it. */
    Line line();

    @Override
    default String label() {
        return line().label();
    }

    @Override
    default List<String> otherNames() {
        return List.of();
    }

    @Override
    default ValueType type() {
        return line().type();
    }

    @Override
    default String defaultValue() {
        return line().defaultValue();
    }

    @Override
    default String example() {
        return line().example();
    }

    @Override
    default String help() {
        return line().help();
    }

    @Override
    default boolean repeatable() {
        return false;
    }
}
