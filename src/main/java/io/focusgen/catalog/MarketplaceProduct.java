package io.focusgen.catalog;

/**
 * Something that somebody else sells through the provider, who invoices it. Its service is the product, and global.
 *
 * @param sku what it is charged on, at one price that nobody negotiates with the provider
 * @param publisher who makes it
 * @param kind how it is charged
 */
public record MarketplaceProduct(Sku sku, String publisher, Kind kind) {

    /** How a product is charged. */
    public enum Kind {
        /** What was used, in every charge period. */
        USAGE,
        /** So many seats or units for a month, bought at its beginning. */
        SUBSCRIPTION,
        /** So much for a year, bought once. */
        CONTRACT
    }
}
