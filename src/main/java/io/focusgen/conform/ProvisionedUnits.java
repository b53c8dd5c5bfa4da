package io.focusgen.conform;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

import io.focusgen.focus.FocusColumn;

/** What is provisioned by the piece is there whether it is used or not: whole pieces in every hour. */
final class ProvisionedUnits {

    /** A kind of resource and the unit in which its pieces are counted; it bills nothing else in that unit. */
    private record Pieces(String resourceType, String unit) {
    }

    /** Shards, search nodes, throughput units, database nodes, cores of brokers, gibibytes of a cache, circuits. */
    private static final Set<Pieces> PIECES = Set.of(new Pieces("stream", "Shard-Hours"),
            new Pieces("domain", "Hours"), new Pieces("application", "KPU-Hours"),
            new Pieces("Event Hubs namespace", "Unit-Hours"), new Pieces("Search service", "Unit-Hours"),
            new Pieces("API Management service", "Unit-Hours"), new Pieces("Stream Analytics job", "Unit-Hours"),
            new Pieces("spanner.googleapis.com/Instance", "Hours"),
            new Pieces("bigtableadmin.googleapis.com/Cluster", "Hours"),
            new Pieces("managedkafka.googleapis.com/Cluster", "Hours"),
            new Pieces("redis.googleapis.com/Instance", "GiB-Hours"),
            new Pieces("compute.googleapis.com/Interconnect", "Hours"));

    static final RowRule WHOLE = new RowRule("FG-WHOLE-UNITS",
            "PricingQuantity of shards, nodes, brokers, throughput units, circuits and other provisioned pieces is a "
                    + "whole multiple of the hours of the charge period.",
            "meaning of an hour of one thing",
            EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_PERIOD_END,
                    FocusColumn.CHARGE_PERIOD_START, FocusColumn.PRICING_QUANTITY, FocusColumn.PRICING_UNIT,
                    FocusColumn.RESOURCE_TYPE),
            ProvisionedUnits::isWhole);

    private ProvisionedUnits() {
    }

    private static boolean isWhole(Row row) {
        String type = row.text(FocusColumn.RESOURCE_TYPE);
        String unit = row.text(FocusColumn.PRICING_UNIT);
        Decimal quantity = row.decimal(FocusColumn.PRICING_QUANTITY);
        Period period = PeriodRules.chargePeriod(row);
        if (type == null || unit == null || quantity == null || !row.isUsage() || row.isCorrection()
                || !period.isKnown() || period.seconds() < UtcTime.HOUR || !PIECES.contains(new Pieces(type, unit))) {
            return true;
        }
        BigDecimal hours = BigDecimal.valueOf(period.seconds() / UtcTime.HOUR);
        return quantity.toBigDecimal().remainder(hours).signum() == 0;
    }
}
