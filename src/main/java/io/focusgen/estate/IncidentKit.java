package io.focusgen.estate;

import java.util.List;

/**
 * What shows on the bill where something goes wrong.
 *
 * @param hosts kinds of resources that it happens to, at least one
 * @param line the meter that runs; no host has it
 * @param added a resource of the first kind with this meter alone, for what is not there before
 * @param found whether it happens to resources that are there; else it brings one
 */
public record IncidentKit(List<Blueprint> hosts, Kit.Line line, Kit added, boolean found) {

    public IncidentKit {
        hosts = List.copyOf(hosts);
    }
}
