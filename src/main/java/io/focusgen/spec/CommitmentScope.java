package io.focusgen.spec;

/** Where a commitment is used. */
public enum CommitmentScope {
    /** Anywhere in the billing account, whoever bought it. */
    SHARED("shared"),
    /** In the account that bought it alone. */
    ACCOUNT("account");

    private final String label;

    CommitmentScope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
