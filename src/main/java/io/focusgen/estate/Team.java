package io.focusgen.estate;

import java.util.List;

/**
 * A team and what it runs.
 *
 * @param name unique in the company
 * @param businessUnit the part of the company that it belongs to
 * @param costCentre e.g. {@code CC-4102}
 * @param owner an address at a reserved domain
 * @param applications at least one
 */
public record Team(String name, String businessUnit, String costCentre, String owner, List<String> applications) {

    public Team {
        applications = List.copyOf(applications);
    }
}
