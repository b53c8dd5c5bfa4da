package io.focusgen.plan;

import java.util.ArrayList;
import java.util.List;

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
 * @param meters what it is charged as, in the order of its rows; at least one
 * @param replacement a smaller machine that would do instead of the first meter; null where nothing would
 */
public record WastedResource(String id, WasteKind kind, Resource resource, List<Meter> meters,
        @Nullable Machine replacement) {

    /**
     * One meter of it.
     *
     * @param machine a machine or disk that is always there, or what something stored costs
     * @param stored what is stored, in pricing units a month; 0 for a machine or disk
     */
    public record Meter(Machine machine, long stored) {
    }

    public WastedResource {
        meters = List.copyOf(meters);
    }

    /** Rows of usage in a charge period: one for each part of its machines. */
    public int rows() {
        return meters.stream().mapToInt(meter -> meter.machine().parts().size()).sum();
    }

    /** What it would be charged as if it were smaller; nothing where nothing replaces it. */
    public List<Meter> smaller() {
        if (replacement == null) {
            return List.of();
        }
        List<Meter> smaller = new ArrayList<>(meters);
        smaller.set(0, new Meter(replacement, 0));
        return smaller;
    }
}
