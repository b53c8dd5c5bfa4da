package io.focusgen.spec;

/** Who invoices what others sell through the provider. */
public enum MarketplaceIssuer {
    /** The provider, together with its own charges. */
    PROVIDER("provider"),
    /** Each seller by itself: the provider's bill shows what was used and bought, at no cost. */
    SELLER("seller");

    private final String label;

    MarketplaceIssuer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
