package io.focusgen.catalog;

/** A cloud whose bills can be invented. */
public enum Provider {
    AWS("aws", "AWS");

    private final String label;
    private final String focusName;

    Provider(String label, String focusName) {
        this.label = label;
        this.focusName = focusName;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** As in ProviderName. */
    public String focusName() {
        return focusName;
    }
}
