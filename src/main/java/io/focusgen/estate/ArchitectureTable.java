package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import io.focusgen.catalog.Service;
import io.focusgen.catalog.Table;
import io.focusgen.catalog.TableSource;
import io.focusgen.focus.ServiceCategory;
import io.focusgen.spec.Distribution;

/** {@code architectures.csv}, checked for what the allotment of money relies on. */
final class ArchitectureTable {

    private static final int SLOTS = 8;
    private static final int FEWEST_LINES = 12;
    private static final int MOST_LINES = 24;
    /** Free lines in percent of all lines; real bills have about a third. */
    private static final int FEWEST_FREE = 27;
    private static final int MOST_FREE = 40;
    private static final int MOST_WEIGHT = 1_000;

    private static final List<ServiceCategory> LANDING_CATEGORIES = List.of(ServiceCategory.STORAGE,
            ServiceCategory.DATABASES,
            ServiceCategory.NETWORKING, ServiceCategory.AI_AND_MACHINE_LEARNING, ServiceCategory.ANALYTICS,
            ServiceCategory.MEDIA, ServiceCategory.MANAGEMENT_AND_GOVERNANCE, ServiceCategory.SECURITY);

    private ArchitectureTable() {
    }

    static List<Architecture> read(TableSource source, SortedMap<String, Blueprint> blueprintByName) {
        List<Architecture> architectures = new ArrayList<>();
        List<String> variants = new ArrayList<>();
        for (Table.Row row : Table.read(source, "architectures.csv", header()).rows()) {
            String variant = row.text("variant");
            if (variants.contains(variant)) {
                throw row.refuse("variant", variant + " stands twice");
            }
            variants.add(variant);
            List<Blueprint> slots = slots(row, blueprintByName);
            int from = row.whole("from", 0, Integer.MAX_VALUE);
            List<Integer> weights = weights(row, from);
            if (variant.equals(EstateTables.LANDING_ANCHORS)) {
                requireLandingAnchors(row, slots);
            } else if (variant.equals(EstateTables.LANDING_CORE)) {
                requireLandingCore(row, slots);
            } else {
                requireLines(row, slots);
                requireAnchors(row, slots);
                requireClosure(row, slots, from > 0);
            }
            String kind = row.text("architecture");
            if (!Loads.has(kind)) {
                throw row.refuse("architecture", kind + " is not in load-kinds.csv");
            }
            architectures.add(new Architecture(architectures.size(), variant, kind, slots, from, weights));
        }
        return List.copyOf(architectures);
    }

    private static String[] header() {
        Distribution[] distributions = Distribution.values();
        String[] header = new String[4 + distributions.length];
        header[0] = "variant";
        header[1] = "architecture";
        header[2] = "slots";
        header[3] = "from";
        for (Distribution distribution : distributions) {
            header[4 + distribution.ordinal()] = distribution.label();
        }
        return header;
    }

    private static List<Blueprint> slots(Table.Row row, SortedMap<String, Blueprint> blueprintByName) {
        List<Blueprint> slots = new ArrayList<>();
        for (String name : row.list("slots")) {
            Blueprint blueprint = blueprintByName.get(name);
            if (blueprint == null) {
                throw row.refuse("slots", name + " is not in blueprints.csv");
            }
            if (blueprint.lifetime().isShort()) {
                throw row.refuse("slots", name + " is short-lived");
            }
            slots.add(blueprint);
        }
        return slots;
    }

    private static List<Integer> weights(Table.Row row, int from) {
        List<Integer> weights = new ArrayList<>();
        String variant = row.text("variant");
        boolean never = from > 0 || variant.equals(EstateTables.LANDING_ANCHORS)
                || variant.equals(EstateTables.LANDING_CORE);
        for (Distribution distribution : Distribution.values()) {
            weights.add(row.whole(distribution.label(), never ? 0 : 1, never ? 0 : MOST_WEIGHT));
        }
        return weights;
    }

    private static void requireLines(Table.Row row, List<Blueprint> slots) {
        if (slots.size() != SLOTS) {
            throw row.refuse("slots", slots.size() + " slots instead of " + SLOTS);
        }
        int lines = 0;
        int free = 0;
        for (Blueprint slot : slots) {
            for (BlueprintLine line : slot.lines()) {
                lines++;
                free += line.role() == LineRole.ZERO ? 1 : 0;
            }
        }
        if (lines < FEWEST_LINES || lines > MOST_LINES) {
            throw row.refuse("slots", lines + " lines, not within " + FEWEST_LINES + " to " + MOST_LINES);
        }
        if (free * 100 < FEWEST_FREE * lines || free * 100 > MOST_FREE * lines) {
            throw row.refuse("slots", free + " of " + lines + " lines are free, not within 27 to 40 percent");
        }
    }

    /** At most one anchor of each kind, and something else to pay for in its service. */
    private static void requireAnchors(Table.Row row, List<Blueprint> slots) {
        List<LineRole> seen = new ArrayList<>();
        for (Blueprint anchor : slots) {
            if (!anchor.isAnchor()) {
                continue;
            }
            LineRole role = anchor.lines().get(0).role();
            if (seen.contains(role)) {
                throw row.refuse("slots", "a second " + role + ": " + anchor);
            }
            seen.add(role);
            if (!paysBeside(slots, anchor.service())) {
                throw row.refuse("slots", "nothing to pay for in " + anchor.service() + " but " + anchor);
            }
        }
    }

    private static boolean paysBeside(List<Blueprint> slots, Service service) {
        for (Blueprint slot : slots) {
            for (BlueprintLine line : slot.lines()) {
                if (line.service().index() == service.index() && !line.role().isAnchor() && !line.first().isFree()) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * However few slots an application has, a class with a machine of fixed size also has a line that can take any
     * amount: what the sizes leave over must go somewhere. What a company has once may be alone in its class: there the
     * price of one unit at most stays unspent, of a budget that is large enough for that.
     */
    private static void requireClosure(Table.Row row, List<Blueprint> slots, boolean once) {
        boolean[] elastic = new boolean[LineClass.COUNT];
        List<LineClass> sized = new ArrayList<>();
        for (Blueprint slot : slots) {
            for (BlueprintLine line : slot.lines()) {
                boolean alone = once && line.role() == LineRole.UNITS;
                if (line.role().isWhole() && !alone) {
                    sized.add(line.lineClass());
                } else if (line.role().isElastic()) {
                    elastic[line.lineClass().index()] = true;
                }
            }
            for (LineClass needed : sized) {
                if (!elastic[needed.index()]) {
                    throw row.refuse("slots", "up to " + slot + " no elastic line of " + needed);
                }
            }
        }
    }

    private static void requireLandingAnchors(Table.Row row, List<Blueprint> slots) {
        if (slots.size() < 2 || slots.get(0).lines().get(0).role() != LineRole.USAGE_ANCHOR
                || slots.get(1).lines().get(0).role() != LineRole.SPEND_ANCHOR) {
            throw row.refuse("slots", "must begin with a usage anchor and a spend anchor");
        }
    }

    private static void requireLandingCore(Table.Row row, List<Blueprint> slots) {
        if (slots.size() != LANDING_CATEGORIES.size()) {
            throw row.refuse("slots", slots.size() + " slots instead of " + LANDING_CATEGORIES.size());
        }
        for (int slot = 0; slot < slots.size(); slot++) {
            Blueprint blueprint = slots.get(slot);
            if (blueprint.service().category() != LANDING_CATEGORIES.get(slot)
                    || blueprint.lines().get(0).role() != LineRole.ELASTIC) {
                throw row.refuse("slots",
                        blueprint + " does not begin with an elastic line of " + LANDING_CATEGORIES.get(slot).label());
            }
        }
    }
}
