package io.focusgen.estate;

import java.util.List;

import io.focusgen.catalog.Service;

/**
 * One kind of resource.
 *
 * @param index position in {@link EstateTables#blueprints()}
 * @param service of all its lines
 * @param resourceType ResourceType
 * @param idTemplate of ResourceId, with the placeholders of {@link ResourceTemplate}
 * @param nameTemplate of ResourceName, with the placeholders of {@link ResourceTemplate} except {@code name}
 * @param lines at least one; exactly one in short-lived blueprints and in those with an anchor
 */
public record Blueprint(int index, String name, Service service, String resourceType, String idTemplate,
        String nameTemplate,
        Lifetime lifetime, List<BlueprintLine> lines) {

    public Blueprint {
        lines = List.copyOf(lines);
    }

    /** Whether its one line is covered by a commitment. */
    public boolean isAnchor() {
        return lines.get(0).role().isAnchor();
    }

    @Override
    public String toString() {
        return name;
    }
}
