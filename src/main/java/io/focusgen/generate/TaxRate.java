package io.focusgen.generate;

import java.math.BigDecimal;

import io.focusgen.catalog.Conventions;

/** The one tax that a billing account owes, by where the company is at home. */
final class TaxRate {

    private final Conventions.Tax tax;
    private final String label;

    TaxRate(Conventions.Tax tax) {
        this.tax = tax;
        label = tax.name() + " " + tax.percent() + "%";
    }

    /** E.g. {@code VAT 20%}. */
    String label() {
        return label;
    }

    BigDecimal of(BigDecimal cost) {
        return cost.multiply(tax.percent()).movePointLeft(2);
    }
}
