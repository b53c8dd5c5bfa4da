package io.focusgen.generate;

import java.math.BigDecimal;

import io.focusgen.catalog.Region;

/**
 * The one tax that a billing account owes, by where the company is at home.
 *
 * @param name as on the invoice
 * @param percent of the taxed costs
 */
record TaxRate(String name, BigDecimal percent) {

    static TaxRate of(Region home) {
        String id = home.id();
        if (id.startsWith("us-")) {
            return new TaxRate("US sales tax", new BigDecimal("8.25"));
        }
        if (id.startsWith("eu-")) {
            return new TaxRate("VAT", new BigDecimal("20"));
        }
        if (id.startsWith("ca-")) {
            return new TaxRate("HST", new BigDecimal("13"));
        }
        return id.startsWith("ap-northeast-1")
                ? new TaxRate("Consumption tax", BigDecimal.TEN)
                : new TaxRate("GST", BigDecimal.TEN);
    }

    BigDecimal of(BigDecimal cost) {
        return cost.multiply(percent).movePointLeft(2);
    }
}
