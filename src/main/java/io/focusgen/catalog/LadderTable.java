package io.focusgen.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code ladders.csv}. A rung is the key of a SKU charged by {@code Hours}, or by the day or month, or a machine in parts:
 * {@code e2-standard-4=e2-core*4+e2-ram*16}.
 */
final class LadderTable {

    private static final int MOST_OF_A_PART = 100_000;

    private final SortedMap<String, Sku> skuByKey;

    LadderTable(SortedMap<String, Sku> skuByKey) {
        this.skuByKey = skuByKey;
    }

    SortedMap<String, Ladder> read(TableSource source) {
        SortedMap<String, Ladder> ladders = new TreeMap<>();
        for (Table.Row row : Table.read(source, "ladders.csv", "ladder", "skus").rows()) {
            List<Machine> rungs = new ArrayList<>();
            for (String item : row.list("skus")) {
                Machine rung = machine(row, item);
                if (!rungs.isEmpty()) {
                    requireAbove(row, rungs.get(rungs.size() - 1), rung);
                }
                rungs.add(rung);
            }
            if (rungs.size() < Ladder.FEWEST_RUNGS) {
                throw row.refuse("skus", rungs.size() + " rungs, at least " + Ladder.FEWEST_RUNGS + " are needed");
            }
            String name = row.text("ladder");
            if (ladders.put(name, new Ladder(name, rungs)) != null) {
                throw row.refuse("ladder", name + " stands twice");
            }
        }
        return ladders;
    }

    private Machine machine(Table.Row row, String item) {
        int equals = item.indexOf('=');
        if (equals < 0) {
            Sku sku = sku(row, item);
            if (sku.kind() != MeterKind.HOURS && sku.kind() != MeterKind.UNIT_MONTHS) {
                throw row.refuse("skus", sku + " is not a machine or disk, charged for the time that it is there");
            }
            return Machine.of(sku);
        }
        List<Machine.Part> parts = new ArrayList<>();
        for (String part : item.substring(equals + 1).split("\\+", -1)) {
            int star = part.indexOf('*');
            if (star < 0) {
                throw row.refuse("skus", part + " of " + item + " is not of the form sku*amount");
            }
            parts.add(new Machine.Part(sku(row, part.substring(0, star)), amount(row, part.substring(star + 1))));
        }
        return new Machine(item.substring(0, equals), parts);
    }

    private static int amount(Table.Row row, String text) {
        try {
            int amount = Integer.parseInt(text);
            if (amount >= 1 && amount <= MOST_OF_A_PART) {
                return amount;
            }
        } catch (NumberFormatException wrong) {
            throw row.refuse("skus", text + " is not a whole number", wrong);
        }
        throw row.refuse("skus", text + " is not within 1 to " + MOST_OF_A_PART);
    }

    private Sku sku(Table.Row row, String key) {
        Sku sku = skuByKey.get(key);
        if (sku == null) {
            throw row.refuse("skus", key + " is not in skus.csv");
        }
        if (sku.isTiered() || sku.isFree()) {
            throw row.refuse("skus", sku + " has not one price above 0");
        }
        return sku;
    }

    /** The rungs of a ladder take each other's place, so they may differ in nothing but size. */
    private static void requireAbove(Table.Row row, Machine last, Machine rung) {
        if (last.parts().size() != rung.parts().size()) {
            throw row.refuse("skus", rung + " has not as many parts as " + last);
        }
        for (int i = 0; i < rung.parts().size(); i++) {
            Sku below = last.parts().get(i).sku();
            Sku sku = rung.parts().get(i).sku();
            if (below.service().index() != sku.service().index() || below.eligible() != sku.eligible()
                    || below.rate() != sku.rate() || !below.unit().equals(sku.unit())) {
                throw row.refuse("skus", rung + " differs from " + last + " in service, eligibility, rate or unit");
            }
        }
        if (last.homePrice() >= rung.homePrice()) {
            throw row.refuse("skus", rung + " does not cost more than " + last);
        }
    }
}
