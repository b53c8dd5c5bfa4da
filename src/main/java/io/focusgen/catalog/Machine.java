package io.focusgen.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that runs and is charged by the hour. Most providers charge it as one thing; where cores and memory have prices
 * of their own, it is made of several parts, each a row of the bill.
 *
 * @param name as the provider calls it, e.g. {@code e2-standard-4}; of a machine in one part the key of its SKU
 * @param parts at least one, of one service
 */
public record Machine(String name, List<Part> parts) {

    /**
     * What a machine takes of one SKU.
     *
     * @param sku untiered
     * @param amount pricing units an hour, at least 1
     */
    public record Part(Sku sku, int amount) {
    }

    public Machine {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(name + " has no parts");
        }
    }

    /** A SKU that is a machine by itself, or a meter that is none at all. */
    public static Machine of(Sku sku) {
        return new Machine(sku.key(), List.of(new Part(sku, 1)));
    }

    /** The SKU of its first part. */
    public Sku sku() {
        return parts.get(0).sku();
    }

    /** What people call it: the InstanceType of its price details, or its name. */
    public String type() {
        String type = sku().detail("InstanceType");
        return type != null && parts.size() == 1 ? type : name;
    }

    /** The series it belongs to: the InstanceSeries of its price details; null where it has none. */
    public @Nullable String series() {
        return sku().detail("InstanceSeries");
    }

    /** List price of an hour at home. For steering quantities; money itself is never a double. */
    public double homePrice() {
        double price = 0;
        for (Part part : parts) {
            price += part.sku().tiers().get(0).price().toDouble() * part.amount();
        }
        return price;
    }

    @Override
    public String toString() {
        return name;
    }
}
