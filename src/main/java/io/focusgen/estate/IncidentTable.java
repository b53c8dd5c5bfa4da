package io.focusgen.estate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CatalogException;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Table;
import io.focusgen.catalog.TableSource;
import io.focusgen.spec.AnomalyKind;

/** {@code incidents.csv}: what each kind of anomaly is in the provider, one row for each kind. */
final class IncidentTable {

    /**
     * A row.
     *
     * @param hosts at least one
     * @param line a fleet, or an elastic meter without tiers
     * @param found whether it happens to resources that are there
     */
    record Entry(List<Blueprint> hosts, BlueprintLine line, boolean found) {
    }

    private final Map<AnomalyKind, Entry> entries;

    private IncidentTable(Map<AnomalyKind, Entry> entries) {
        this.entries = entries;
    }

    static IncidentTable read(Catalog catalog, TableSource source, SortedMap<String, Blueprint> blueprintByName) {
        Map<AnomalyKind, Entry> entries = new EnumMap<>(AnomalyKind.class);
        Table table = Table.read(source, "incidents.csv", "incident", "hosts", "role", "of", "found");
        for (Table.Row row : table.rows()) {
            AnomalyKind kind = row.choice("incident", AnomalyKind.class);
            LineRole role = row.choice("role", LineRole.class);
            if (role != LineRole.FLEET && role != LineRole.ELASTIC) {
                throw row.refuse("role", row.text("role") + " is neither fleet nor elastic");
            }
            List<Machine> machines = role.hasLadder()
                    ? BlueprintTables.rungs(catalog, row)
                    : List.of(Machine.of(BlueprintTables.sku(catalog, row)));
            BlueprintTables.requireFitting(row, role, machines.get(0).sku());
            BlueprintLine line = new BlueprintLine(role, machines, 1, LoadPattern.FLAT, BlueprintLine.ANY);
            if (entries.containsKey(kind)) {
                throw row.refuse("incident", kind.label() + " is there twice");
            }
            entries.put(kind, new Entry(hosts(row, blueprintByName, line), line, row.flag("found")));
        }
        for (AnomalyKind kind : AnomalyKind.values()) {
            if (!entries.containsKey(kind)) {
                throw new CatalogException("incidents.csv", 0, "incident",
                        "there is no " + kind.label(), null);
            }
        }
        return new IncidentTable(entries);
    }

    private static List<Blueprint> hosts(Table.Row row, SortedMap<String, Blueprint> blueprintByName,
            BlueprintLine line) {
        List<Blueprint> hosts = new ArrayList<>();
        for (String name : row.list("hosts")) {
            Blueprint host = blueprintByName.get(name);
            if (host == null || host.lifetime() != Lifetime.CORE || host.isAnchor()) {
                throw row.refuse("hosts", name + " is no kind of resource that lives all month on demand");
            }
            if (!host.service().equals(line.service())) {
                throw row.refuse("hosts", name + " belongs to " + host.service());
            }
            hosts.add(host);
        }
        return hosts;
    }

    Entry of(AnomalyKind kind) {
        Entry entry = entries.get(kind);
        if (entry == null) {
            throw new IllegalArgumentException("there is no " + kind);
        }
        return entry;
    }
}
