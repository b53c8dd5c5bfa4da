package io.focusgen.catalog;

/**
 * How a provider writes the difference between charges with all their digits and an invoice in whole coins.
 *
 * @param service of the row
 * @param description of the row
 */
public record InvoiceRounding(Service service, String description) {
}
