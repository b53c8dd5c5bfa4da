package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Ladder;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Placeholders;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.Table;
import io.focusgen.catalog.TableSource;

/** {@code blueprints.csv} with the lines of {@code blueprint-lines.csv}. */
final class BlueprintTables {

    private static final int MOST_WEIGHT = 1_000;

    /** The lines of one blueprint, and where the first of them stands. */
    private record Lines(Table.Row first, List<BlueprintLine> all) {
    }

    private BlueprintTables() {
    }

    static List<Blueprint> read(Catalog catalog, TableSource source) {
        SortedMap<String, Lines> linesByBlueprint = readLines(catalog, source);
        List<Blueprint> blueprints = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Table.Row row : Table
                .read(source, "blueprints.csv", "blueprint", "service", "resource_type", "id_template",
                        "name_template", "lifetime")
                .rows()) {
            String name = row.text("blueprint");
            if (names.contains(name)) {
                throw row.refuse("blueprint", name + " stands twice");
            }
            names.add(name);
            Lines lines = linesByBlueprint.remove(name);
            if (lines == null) {
                throw row.refuse("blueprint", name + " has no lines");
            }
            blueprints.add(blueprint(row, blueprints.size(), name, lines.all()));
        }
        for (Lines unclaimed : linesByBlueprint.values()) {
            Table.Row first = unclaimed.first();
            throw first.refuse("blueprint", first.text("blueprint") + " is not in blueprints.csv");
        }
        return List.copyOf(blueprints);
    }

    private static Blueprint blueprint(Table.Row row, int index, String name, List<BlueprintLine> lines) {
        String service = row.text("service");
        for (BlueprintLine line : lines) {
            if (!line.service().name().equals(service)) {
                throw row.refuse("service", line.first() + " belongs to " + line.service());
            }
            if (line.role().isAnchor() && lines.size() > 1) {
                throw row.refuse("blueprint", "an anchor stands alone");
            }
        }
        Lifetime lifetime = row.choice("lifetime", Lifetime.class);
        if (lifetime.isShort() && (lines.size() > 1 || lines.get(0).machines().get(0).parts().size() > 1)) {
            throw row.refuse("lifetime", "a short-lived resource has one line of one part");
        }
        if (lifetime == Lifetime.CORE && lines.get(0).role() == LineRole.SPOT) {
            throw row.refuse("lifetime", "spot machines do not live for a month");
        }
        String idTemplate = template(row, "id_template");
        String nameTemplate = template(row, "name_template");
        if (Placeholders.in(nameTemplate).contains("name")) {
            throw row.refuse("name_template", "a name cannot contain itself");
        }
        return new Blueprint(index, name, lines.get(0).service(), row.text("resource_type"), idTemplate, nameTemplate,
                lifetime,
                lines);
    }

    private static String template(Table.Row row, String column) {
        String template = row.text(column);
        for (String placeholder : Placeholders.in(template)) {
            if (!ResourceTemplate.isKnown(placeholder)) {
                throw row.refuse(column, "unknown placeholder {" + placeholder + "}");
            }
        }
        return template;
    }

    private static SortedMap<String, Lines> readLines(Catalog catalog, TableSource source) {
        SortedMap<String, Lines> linesByBlueprint = new TreeMap<>();
        for (Table.Row row : Table.read(source, "blueprint-lines.csv", "blueprint", "role", "of", "weight", "pattern",
                "most")
                .rows()) {
            LineRole role = row.choice("role", LineRole.class);
            if (role == LineRole.OVERAGE) {
                throw row.refuse("role", "what is covered runs beyond its commitment by itself");
            }
            List<Machine> machines = role.hasLadder()
                    ? rungs(catalog, row)
                    : List.of(Machine.of(sku(catalog, row)));
            requireFitting(row, role, machines.get(0).sku());
            String blueprint = row.text("blueprint");
            Lines lines = linesByBlueprint.get(blueprint);
            if (lines == null) {
                lines = new Lines(row, new ArrayList<>());
                linesByBlueprint.put(blueprint, lines);
            }
            lines.all().add(new BlueprintLine(role, machines, row.whole("weight", 1, MOST_WEIGHT),
                    row.choice("pattern", LoadPattern.class), most(row, role)));
        }
        return linesByBlueprint;
    }

    /** Only an elastic line takes whatever is left; the others have their bounds in themselves. */
    private static int most(Table.Row row, LineRole role) {
        if (row.optional("most") == null) {
            return BlueprintLine.ANY;
        }
        if (role != LineRole.ELASTIC) {
            throw row.refuse("most", role + " has no bound");
        }
        return row.whole("most", 1, BlueprintLine.ANY - 1);
    }

    static List<Machine> rungs(Catalog catalog, Table.Row row) {
        String name = row.text("of");
        Ladder ladder = catalog.findLadder(name);
        if (ladder == null) {
            throw row.refuse("of", name + " is no ladder");
        }
        return ladder.rungs();
    }

    static Sku sku(Catalog catalog, Table.Row row) {
        String key = row.text("of");
        Sku sku = catalog.findSku(key);
        if (sku == null) {
            throw row.refuse("of", key + " is no SKU");
        }
        return sku;
    }

    static void requireFitting(Table.Row row, LineRole role, Sku sku) {
        boolean fits = switch (role) {
            case SIZED, CLUSTER, PAUSABLE, FLEET -> true;
            case ELASTIC, CLOCK, UNITS -> !sku.isTiered() && !sku.isFree();
            case ZERO -> sku.isFree();
            case TIERED -> sku.isTiered();
            case USAGE_ANCHOR, SPEND_ANCHOR, OVERAGE -> sku.eligible();
            case SPOT -> sku.spotDiscount() != null;
        };
        if (!fits) {
            throw row.refuse("of", sku + " cannot be " + role);
        }
    }
}
