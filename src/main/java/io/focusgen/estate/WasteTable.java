package io.focusgen.estate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

import io.focusgen.catalog.CatalogException;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.MeterKind;
import io.focusgen.catalog.Table;
import io.focusgen.catalog.TableSource;
import io.focusgen.spec.WasteKind;

/**
 * {@code waste.csv}: which kinds of resources each kind of waste may be in the provider, one row for each kind of waste. What
 * is wasted has the first meter of its blueprint; what is needed, but smaller, also stores what it stores.
 */
final class WasteTable {

    /** Of what is replaced, at most so much of its price: nobody bothers for less. */
    private static final double SMALLER = 0.51;

    /** More GB than that has no disk. */
    private static final int LARGEST = 65_536;

    private final Map<WasteKind, Entry> entries = new EnumMap<>(WasteKind.class);

    /** One row: what it may be, and from how many GB to how many; see {@link WasteKit}. */
    record Entry(List<Blueprint> blueprints, int least, int most) {

        Entry {
            blueprints = List.copyOf(blueprints);
        }
    }

    private WasteTable() {
    }

    static WasteTable read(TableSource source, SortedMap<String, Blueprint> blueprintByName) {
        WasteTable table = new WasteTable();
        for (Table.Row row : Table.read(source, "waste.csv", "waste", "resources", "least", "most").rows()) {
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
            if (table.entries.put(kind, entry(row, kind, some)) != null) {
                throw row.refuse("waste", kind.label() + " is there twice");
            }
        }
        for (WasteKind kind : WasteKind.values()) {
            if (!table.entries.containsKey(kind)) {
                throw new CatalogException("waste.csv", 0, "waste", "there is no " + kind.label(), null);
            }
        }
        return table;
    }

    private static Entry entry(Table.Row row, WasteKind kind, List<Blueprint> some) {
        boolean gigabytes = some.stream().allMatch(blueprint -> holds(blueprint.lines().get(0)));
        boolean stores = some.stream().anyMatch(blueprint -> lines(kind, blueprint).size() > 1);
        if (!gigabytes && !stores) {
            if (row.optional("least") != null || row.optional("most") != null) {
                throw row.refuse("least", "not all of these are of so many GB");
            }
            return new Entry(some, 0, 0);
        }
        int least = row.whole("least", 1, LARGEST);
        return new Entry(some, least, row.whole("most", least, LARGEST));
    }

    /** Its first meter, and of what is needed the next that stores something for the same service, where there is one. */
    static List<BlueprintLine> lines(WasteKind kind, Blueprint blueprint) {
        BlueprintLine first = blueprint.lines().get(0);
        return Stream.concat(Stream.of(first), blueprint.lines().stream().skip(1)
                .filter(line -> kind.isNeeded() && isStored(line) && line.service().equals(first.service())).limit(1))
                .toList();
    }

    /** Whether each size of it is so many GB. */
    private static boolean holds(BlueprintLine line) {
        return isStored(line)
                || line.machines().stream().allMatch(machine -> machine.sku().wholeDetail(WasteKit.SIZE) > 0);
    }

    private static boolean isStored(BlueprintLine line) {
        return line.role() == LineRole.ELASTIC && line.first().kind() == MeterKind.GB_MONTHS;
    }

    private static void requireFitting(Table.Row row, WasteKind kind, Blueprint blueprint) {
        BlueprintLine line = blueprint.lines().get(0);
        boolean stored = isStored(line);
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

    /** What this may be. */
    Entry of(WasteKind kind) {
        Entry some = entries.get(kind);
        if (some == null) {
            throw new IllegalArgumentException("there is no " + kind);
        }
        return some;
    }
}
