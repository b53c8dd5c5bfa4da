package io.focusgen.bundle;

/** What a file of a bundle is. */
enum FileKind {
    ROWS("rows"),
    PRICE_LIST("price-list"),
    ANSWER_SHEET("answer-sheet");

    private final String label;

    FileKind(String label) {
        this.label = label;
    }

    /** As in manifests. */
    String label() {
        return label;
    }
}
