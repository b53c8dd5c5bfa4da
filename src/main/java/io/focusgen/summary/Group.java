package io.focusgen.summary;

import org.jspecify.annotations.Nullable;

/**
 * Rows that have something in common.
 *
 * @param name what they have in common
 * @param serviceCategory of a service; null in other tables
 */
public record Group(String name, @Nullable String serviceCategory, Costs costs) {

    Group plus(Group other) {
        return new Group(name, serviceCategory, costs.plus(other.costs));
    }
}
