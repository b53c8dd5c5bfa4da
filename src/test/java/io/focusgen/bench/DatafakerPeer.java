package io.focusgen.bench;

import java.util.Locale;
import java.util.Random;

import net.datafaker.Faker;
import net.datafaker.transformations.CsvTransformer;
import net.datafaker.transformations.Field;
import net.datafaker.transformations.Schema;

/** Rows of twenty made-up cells, as a test that needs "some bill" would write them. Other work than ours, so reported. */
final class DatafakerPeer {

    static final int COLUMNS = 20;

    private static final int ROWS = 20_000;

    private final Faker faker = new Faker(Locale.ENGLISH, new Random(1));
    private final CsvTransformer<Object> csv = CsvTransformer.builder().header(true).separator(",").build();
    private final Schema<Object, ?> schema = Schema.of(
            text("Resource", () -> faker.internet().uuid()),
            text("Account", () -> faker.number().digits(12)),
            text("AccountName", () -> faker.company().name()),
            text("Service", () -> faker.options().option("Compute", "Storage", "Database", "Network")),
            text("Region", () -> faker.aws().region()),
            text("Sku", () -> faker.number().digits(10)),
            text("Description", () -> faker.aws().service()),
            text("Unit", () -> faker.options().option("Hours", "GB", "Requests")),
            text("Category", () -> faker.options().option("Usage", "Purchase", "Tax", "Credit")),
            text("Currency", () -> faker.options().option("USD", "EUR")),
            text("Owner", () -> faker.internet().username()),
            text("Team", () -> faker.team().name()),
            text("Environment", () -> faker.options().option("prod", "test", "dev")),
            text("Application", () -> faker.app().name()),
            text("CostCenter", () -> faker.number().digits(4)),
            text("ListCost", () -> Double.toString(faker.number().randomDouble(6, 0, 1000))),
            text("BilledCost", () -> Double.toString(faker.number().randomDouble(6, 0, 1000))),
            text("EffectiveCost", () -> Double.toString(faker.number().randomDouble(6, 0, 1000))),
            text("Quantity", () -> Double.toString(faker.number().randomDouble(3, 0, 1000))),
            text("Period", () -> "2026-03-" + faker.number().numberBetween(10, 31) + "T00:00:00Z"));
    private long bytes;

    private static Field<Object, String> text(String name, java.util.function.Supplier<String> value) {
        return Field.field(name, value);
    }

    /** Makes rows and returns how many. */
    long run() {
        bytes += csv.generate(schema, ROWS).length();
        return ROWS;
    }

    /** Bytes of all runs. */
    long bytes() {
        return bytes;
    }
}
