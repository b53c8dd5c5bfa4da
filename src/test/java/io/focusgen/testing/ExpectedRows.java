package io.focusgen.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.focus.OutputColumn;
import io.focusgen.generate.Charge;
import io.focusgen.generate.ChargePeriod;
import io.focusgen.generate.Rates;

/**
 * The rows of a bill, cell by cell, worked out from its charges with {@link BigDecimal} and {@link java.time}: slow, and
 * with nothing in common with any encoder.
 */
public final class ExpectedRows implements Iterator<Map<OutputColumn, String>> {

    private final BillingMonth month;
    private final Granularity granularity;
    private final List<CustomColumn> own;
    private final Iterator<Bill.Line> lines;
    private Bill.@Nullable Line line;
    private int index;

    private ExpectedRows(BillingMonth month, Granularity granularity, List<CustomColumn> own, List<Bill.Line> lines) {
        this.month = month;
        this.granularity = granularity;
        this.own = own;
        this.lines = lines.iterator();
    }

    /** The rows of the first month of a request; a cell that is null is absent. */
    public static ExpectedRows of(Request request) {
        Bill bill = Bill.of(request);
        return new ExpectedRows(request.spec().firstMonth(), request.bill().granularity(),
                request.spec().customColumns(), bill.lines());
    }

    @Override
    public boolean hasNext() {
        while ((line == null || index == line.charge().rows()) && lines.hasNext()) {
            line = lines.next();
            index = 0;
        }
        return line != null && index < line.charge().rows();
    }

    @Override
    public Map<OutputColumn, String> next() {
        if (!hasNext() || line == null) {
            throw new NoSuchElementException();
        }
        return row(line, index++);
    }

    private Map<OutputColumn, String> row(Bill.Line of, int number) {
        Map<OutputColumn, String> cells = new HashMap<>();
        for (FocusColumn column : FocusColumn.values()) {
            put(cells, column, of.get(column));
        }
        for (CustomColumn column : own) {
            put(cells, column, of.get(column));
        }
        Charge charge = of.charge();
        Rates rates = charge.rates();
        BigDecimal quantity = BigDecimal.valueOf(charge.quantity().units(number), charge.quantity().scale());
        put(cells, FocusColumn.BILLED_COST, times(rates.billed(), quantity));
        put(cells, FocusColumn.CONTRACTED_COST, times(rates.contracted(), quantity));
        put(cells, FocusColumn.EFFECTIVE_COST, times(rates.effective(), quantity));
        put(cells, FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, effectiveUsd(rates, quantity));
        put(cells, FocusColumn.LIST_COST, times(rates.list(), quantity));
        put(cells, FocusColumn.PRICING_QUANTITY, maybe(rates.priced(), quantity));
        put(cells, FocusColumn.CONSUMED_QUANTITY, maybe(rates.consumed(), quantity));
        put(cells, FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, maybe(rates.commitment(), quantity));
        periods(cells, charge, number);
        return cells;
    }

    private static String effectiveUsd(Rates rates, BigDecimal quantity) {
        Decimal perUsd = rates.perUsd();
        BigDecimal local = rates.effective().toBigDecimal().multiply(quantity);
        return PlainDecimal
                .text(perUsd == null ? local : local.divide(perUsd.toBigDecimal(), 10, RoundingMode.HALF_UP));
    }

    private static @Nullable String maybe(@Nullable Decimal factor, BigDecimal quantity) {
        return factor == null ? null : times(factor, quantity);
    }

    private void periods(Map<OutputColumn, String> cells, Charge charge, int number) {
        Instant start = month.month().atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = month.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        put(cells, FocusColumn.BILLING_PERIOD_START, start.toString());
        put(cells, FocusColumn.BILLING_PERIOD_END, end.toString());
        ChargePeriod period = charge.period();
        if (period != null) {
            put(cells, FocusColumn.CHARGE_PERIOD_START, Instant.ofEpochSecond(period.startHour() * 3_600).toString());
            put(cells, FocusColumn.CHARGE_PERIOD_END, Instant.ofEpochSecond(period.endHour() * 3_600).toString());
        } else if (charge.wholeMonth() || granularity == Granularity.MONTHLY) {
            put(cells, FocusColumn.CHARGE_PERIOD_START, start.toString());
            put(cells, FocusColumn.CHARGE_PERIOD_END, end.toString());
        } else {
            long seconds = (granularity == Granularity.HOURLY ? 3_600 : 86_400) * charge.periodsOfRow();
            Instant from = start.plusSeconds(charge.quantity().period(number) * seconds);
            put(cells, FocusColumn.CHARGE_PERIOD_START, from.toString());
            put(cells, FocusColumn.CHARGE_PERIOD_END, from.plusSeconds(seconds).toString());
        }
    }

    private static String times(Decimal unit, BigDecimal quantity) {
        return PlainDecimal.text(unit.toBigDecimal().multiply(quantity));
    }

    private static void put(Map<OutputColumn, String> cells, OutputColumn column, @Nullable String text) {
        if (text != null) {
            cells.put(column, text);
        }
    }
}
