package io.focusgen.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.focusgen.focus.BillingMonth;

/**
 * A currency that a provider can bill in: a line of {@code currencies.csv}. What it costs in dollars changes from month to
 * month, by at most {@link #MOST_OFF}, and is the same for every company: prices are dollars, invoices are not.
 */
public final class Currency {

    /** How far a month's rate may be off the table's. */
    public static final double MOST_OFF = 0.03;

    private static final List<Currency> ALL = read(TableSource.plain(Currency.class));

    private static final long RATE_SALT = 0x51C0_AB5E_0000_0004L;

    /** A month's rate is the table's times a number of ten-thousandths: 10,000 ± 300. */
    private static final int STEPS = 300;
    private static final int DIGITS = 5;

    private final String code;
    private final int digits;
    private final Price perUsd;

    private Currency(Table.Row row) {
        code = row.text("code");
        digits = row.whole("digits", 0, 3);
        perUsd = row.price("per_usd");
        if (perUsd.isZero() || perUsd.unscaled() >= Powers.ten(DIGITS)) {
            throw row.refuse("per_usd", "must be above 0 and have at most 5 digits");
        }
    }

    static List<Currency> read(TableSource source) {
        List<Currency> currencies = new ArrayList<>();
        for (Table.Row row : Table.read(source, "currencies.csv", "code", "digits", "per_usd").rows()) {
            currencies.add(new Currency(row));
        }
        if (!currencies.get(0).isUsd() || currencies.get(0).perUsd.unscaled() != 1) {
            throw new CatalogException("currencies.csv", 1, "code", "the first line must be USD at 1", null);
        }
        return List.copyOf(currencies);
    }

    /** Every currency, USD first. */
    public static List<Currency> all() {
        return ALL;
    }

    public static Currency usd() {
        return ALL.get(0);
    }

    public static Optional<Currency> byCode(String code) {
        return ALL.stream().filter(currency -> currency.code.equals(code)).findFirst();
    }

    /** ISO 4217. */
    public String code() {
        return code;
    }

    /** Decimals of its smallest coin: 2, or 0 for the yen. */
    public int digits() {
        return digits;
    }

    public boolean isUsd() {
        return code.equals("USD");
    }

    /** How much of it a dollar buys in the long run; at most 5 digits. */
    public Multiplier perUsd() {
        return new Multiplier(perUsd.unscaled(), perUsd.scale());
    }

    /** How much of it a dollar buys in a month; at most 5 digits, the same in every data set. Always 1 for USD. */
    public Multiplier perUsd(BillingMonth month) {
        if (isUsd()) {
            return Multiplier.ONE;
        }
        int off = Math.floorMod(StableMix.fold(StableMix.fold(RATE_SALT, code), month.ordinal()), 2 * STEPS + 1)
                - STEPS;
        BigDecimal rate = perUsd.decimal().multiply(BigDecimal.valueOf(10_000L + off, 4))
                .round(new MathContext(DIGITS, RoundingMode.HALF_UP)).stripTrailingZeros();
        BigDecimal plain = rate.scale() < 0 ? rate.setScale(0) : rate;
        return new Multiplier(plain.unscaledValue().longValueExact(), plain.scale());
    }

    @Override
    public String toString() {
        return code;
    }
}
