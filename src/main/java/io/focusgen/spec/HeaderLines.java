package io.focusgen.spec;

/** Which files of CSV begin with a line of column names, where a data set is cut into several. */
public enum HeaderLines {
    /** The first: the files joined in order are the whole. */
    FIRST("true"),
    /** None. */
    NONE("false"),
    /** Each, so that every one of them is read by itself or as one of a folder. */
    EACH("each");

    private final String label;

    HeaderLines(String label) {
        this.label = label;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** Whether the file of this part has the line. */
    public boolean in(Shard shard) {
        return switch (this) {
            case FIRST -> shard.index() == 1;
            case NONE -> false;
            case EACH -> true;
        };
    }
}
