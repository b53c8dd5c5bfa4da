package io.focusgen.spec;

/** What account and invoice numbers look like. */
public enum Ids {
    /** As the provider writes them, many of digits only. */
    REAL("real"),
    /** Always with a letter, for tools that guess the type of a column from its values. */
    ALPHA("alpha");

    private final String label;

    Ids(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
