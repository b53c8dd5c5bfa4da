package io.focusgen.generate;

import java.math.BigDecimal;

import io.focusgen.catalog.Domicile;

/** The one tax that a billing account owes, by where the company is at home. */
final class TaxRate {

    private final BigDecimal percent;
    private final String label;

    TaxRate(Domicile home) {
        percent = home.percent();
        label = home.tax() + " " + percent.toPlainString() + "%";
    }

    /** E.g. {@code VAT 20%}. */
    String label() {
        return label;
    }

    BigDecimal of(BigDecimal cost) {
        return cost.multiply(percent).movePointLeft(2);
    }
}
