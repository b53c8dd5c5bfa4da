package io.focusgen.conform;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.focusgen.focus.FocusColumn;

/**
 * Reserved capacity is used or unused, period by period. What is used may be charged at several prices, on demand and
 * under commitments; so the sums are those of a SKU. Corrections are left out.
 */
final class CapacitySums implements SetCheck {

    private static final String DEFINITION = "FOCUS 1.2, CapacityReservationStatus";

    static final SetRule CONSTANT = rule("FG-CAPACITY-CONSTANT",
            "Used plus unused PricingQuantity of a SKU in a capacity reservation is the same in every charge period, per hour"
                    + " of it.",
            FocusColumn.PRICING_QUANTITY, FocusColumn.SKU_ID);

    static final SetRule ONE_UNUSED = rule("FG-CAPACITY-UNUSED",
            "One row holds what is unused of a capacity reservation at a price in a charge period.",
            FocusColumn.CAPACITY_RESERVATION_STATUS, FocusColumn.SKU_PRICE_ID);

    private static final Key SKU = Key.of(FocusColumn.CAPACITY_RESERVATION_ID, FocusColumn.SKU_ID);
    private static final Key PRICE = Key.of(FocusColumn.CAPACITY_RESERVATION_ID, FocusColumn.SKU_PRICE_ID);

    private final Map<Key.Ids, Capacity> capacities = new LinkedHashMap<>();
    private final Map<Key.Ids, Set<Period>> unused = new LinkedHashMap<>();

    /** What is used and unused of a SKU. */
    private static final class Capacity {
        final String name;
        final TreeMap<Period, Decimal> quantities = new TreeMap<>();

        Capacity(String name) {
            this.name = name;
        }
    }

    private static SetRule rule(String id, String sentence, FocusColumn... more) {
        Set<FocusColumn> columns = EnumSet.of(FocusColumn.CAPACITY_RESERVATION_ID, FocusColumn.CHARGE_CATEGORY,
                FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START);
        columns.addAll(List.of(more));
        return new SetRule(id, sentence, DEFINITION, columns);
    }

    @Override
    public List<SetRule> rules() {
        return List.of(CONSTANT, ONE_UNUSED);
    }

    @Override
    public void row(Row row, Findings findings) {
        String id = row.text(FocusColumn.CAPACITY_RESERVATION_ID);
        Period period = PeriodRules.chargePeriod(row);
        if (id == null || !row.isUsage() || row.isCorrection() || !period.isKnown()) {
            return;
        }
        Key.Ids sku = SKU.idsOf(row);
        if (sku != null) {
            capacities.computeIfAbsent(sku, first -> new Capacity(id)).quantities.merge(period,
                    row.decimalOrZero(FocusColumn.PRICING_QUANTITY), Decimal::plus);
        }
        Key.Ids price = PRICE.idsOf(row);
        if (price != null && row.is(FocusColumn.CAPACITY_RESERVATION_STATUS, ValueRules.UNUSED_CAPACITY)
                && !unused.computeIfAbsent(price, first -> new HashSet<>()).add(period)) {
            findings.add(ONE_UNUSED, row.number(), () -> Row.show(id) + ": another Unused row in " + period);
        }
    }

    @Override
    public void finish(Findings findings) {
        for (Capacity capacity : capacities.values()) {
            Map.Entry<Period, Decimal> expected = capacity.quantities.firstEntry();
            for (Map.Entry<Period, Decimal> entry : capacity.quantities.entrySet()) {
                if (!Period.sameRate(expected.getKey(), expected.getValue(), entry.getKey(), entry.getValue())) {
                    findings.add(CONSTANT, 0, () -> Row.show(capacity.name) + ": " + expected.getValue() + " in "
                            + expected.getKey() + ", " + entry.getValue() + " in " + entry.getKey());
                }
            }
        }
    }
}
