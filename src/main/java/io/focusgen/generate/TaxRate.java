package io.focusgen.generate;

import java.math.BigDecimal;

import io.focusgen.catalog.Conventions;

/**
 * The one tax that a billing account owes, by where the company is at home.
 *
 * @param tax its name and percentage
 */
record TaxRate(Conventions.Tax tax) {

    String name() {
        return tax.name();
    }

    BigDecimal percent() {
        return tax.percent();
    }

    BigDecimal of(BigDecimal cost) {
        return cost.multiply(tax.percent()).movePointLeft(2);
    }
}
