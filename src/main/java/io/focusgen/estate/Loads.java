package io.focusgen.estate;

import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.CatalogException;
import io.focusgen.catalog.Table;
import io.focusgen.catalog.TableSource;
import io.focusgen.spec.organisation.Environment;

/**
 * The shapes that the lines of an application follow, by what it is built for: a line of {@code load-kinds.csv}.
 *
 * @param kind of architecture; unique
 * @param web what users make of it, or null where that is the matter of each application's {@link Business}
 * @param office what the people who build and run it make of it
 * @param night what its schedules make of it
 */
record Loads(String kind, @Nullable LoadShape web, LoadShape office, LoadShape night) {

    private static final String FILE = "load-kinds.csv";

    /** The kind of what lives for a part of the month. */
    static final String JOB = "job";

    private static final SortedMap<String, Loads> BY_KIND = read(TableSource.plain(Loads.class));

    static SortedMap<String, Loads> read(TableSource source) {
        SortedMap<String, Loads> byKind = new TreeMap<>();
        for (Table.Row row : Table.read(source, FILE, "kind", "web", "office", "night").rows()) {
            String kind = row.text("kind");
            Loads loads = new Loads(kind, row.optional("web") == null ? null : shape(row, "web"),
                    shape(row, "office"), shape(row, "night"));
            if (byKind.putIfAbsent(kind, loads) != null) {
                throw row.refuse("kind", kind + " stands twice");
            }
        }
        if (!byKind.containsKey(JOB)) {
            throw new CatalogException(FILE, 0, "kind", "there is no " + JOB, null);
        }
        return byKind;
    }

    private static LoadShape shape(Table.Row row, String column) {
        String name = row.text(column);
        return LoadShape.all().stream().filter(shape -> shape.name().equals(name)).findFirst()
                .orElseThrow(() -> row.refuse(column, name + " is not in load-shapes.csv"));
    }

    static boolean has(String kind) {
        return BY_KIND.containsKey(kind);
    }

    /**
     * The shapes of a kind of application.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    static Loads of(String kind) {
        Loads loads = BY_KIND.get(kind);
        if (loads == null) {
            throw new IllegalArgumentException("there is no kind of application " + kind);
        }
        return loads;
    }

    /** The shape of a line in an application of a business; outside production there are no users but who builds it. */
    LoadShape shape(LoadPattern pattern, Business business, Environment environment) {
        return switch (pattern) {
            case FLAT -> LoadShape.FLAT;
            case WEB -> environment != Environment.PRODUCTION ? office : web == null ? business.load() : web;
            case OFFICE -> office;
            case NIGHT -> night;
        };
    }
}
