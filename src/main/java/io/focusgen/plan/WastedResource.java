package io.focusgen.plan;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Machine;
import io.focusgen.estate.Resource;
import io.focusgen.spec.WasteKind;

/**
 * Something that the company pays for and does not need, in every month there is.
 *
 * @param id unique in the provider
 * @param kind what
 * @param resource that its rows name
 * @param machine what it is charged as: a machine or disk that is always there, or what something stored costs
 * @param replacement a smaller machine that would do; null where nothing would
 * @param stored what is stored, in pricing units a month; 0 for a machine or disk
 */
public record WastedResource(String id, WasteKind kind, Resource resource, Machine machine,
        @Nullable Machine replacement, long stored) {

    /** Rows of usage in a charge period: one for each part of its machine. */
    public int rows() {
        return machine.parts().size();
    }
}
