package io.focusgen.truth;

/** What a resource's tags are worth against the truth. */
enum TagState {
    /** Every key of the company is there and says what is so. */
    RIGHT("right"),
    /** What is there is so, but keys are missing. */
    INCOMPLETE("incomplete"),
    /** Something that is there is not so. */
    WRONG("wrong"),
    /** No key of the company is there. */
    NONE("none");

    private final String label;

    TagState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
