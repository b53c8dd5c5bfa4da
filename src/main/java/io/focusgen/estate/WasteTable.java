package io.focusgen.estate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import io.focusgen.catalog.CatalogException;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.MeterKind;
import io.focusgen.catalog.Table;
import io.focusgen.catalog.TableSource;
import io.focusgen.spec.WasteKind;

/**
 * {@code waste.csv}: which kinds of resources each kind of waste may be in the provider, one row for each kind of waste. What
 * is wasted has the first meter of its blueprint, and nothing else.
 */
final class WasteTable {

    /** Of what is replaced, at most so much of its price: nobody bothers for less. */
    private static final double SMALLER = 0.51;

    private final Map<WasteKind, List<Blueprint>> resources = new EnumMap<>(WasteKind.class);

    private WasteTable() {
    }

    static WasteTable read(TableSource source, SortedMap<String, Blueprint> blueprintByName) {
        WasteTable table = new WasteTable();
        for (Table.Row row : Table.read(source, "waste.csv", "waste", "resources").rows()) {
            WasteKind kind = row.choice("waste", WasteKind.class);
            List<Blueprint> some = new ArrayList<>();
            for (String name : row.list("resources")) {
                Blueprint blueprint = blueprintByName.get(name);
                if (blueprint == null || blueprint.lifetime() != Lifetime.CORE) {
                    throw row.refuse("resources", name + " is no kind of resource that lives all month");
                }
                requireFitting(row, kind, blueprint);
                some.add(blueprint);
            }
            if (table.resources.put(kind, List.copyOf(some)) != null) {
                throw row.refuse("waste", kind.label() + " is there twice");
            }
        }
        for (WasteKind kind : WasteKind.values()) {
            if (!table.resources.containsKey(kind)) {
                throw new CatalogException("waste.csv", 0, "waste", "there is no " + kind.label(), null);
            }
        }
        return table;
    }

    private static void requireFitting(Table.Row row, WasteKind kind, Blueprint blueprint) {
        BlueprintLine line = blueprint.lines().get(0);
        boolean stored = line.role() == LineRole.ELASTIC && line.first().kind() == MeterKind.GB_MONTHS;
        if (line.role() != LineRole.SIZED && !stored) {
            throw row.refuse("resources", blueprint + " does not begin with one machine or disk, or something stored");
        }
        if (kind.isNeeded() && (stored || line.machines().stream().noneMatch(machine -> smaller(line, machine)))) {
            throw row.refuse("resources", blueprint + " has nothing much smaller to be replaced by");
        }
    }

    private static boolean smaller(BlueprintLine line, Machine machine) {
        return line.machines().get(0).homePrice() <= machine.homePrice() * SMALLER;
    }

    /** What this may be, at least one. */
    List<Blueprint> of(WasteKind kind) {
        List<Blueprint> some = resources.get(kind);
        if (some == null) {
            throw new IllegalArgumentException("there is no " + kind);
        }
        return some;
    }
}
