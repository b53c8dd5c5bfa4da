package io.focusgen.spec;

/**
 * A valid request for a preview.
 *
 * @param dataset what is previewed
 * @param offset rows of it before the first that is shown, at least 0
 * @param limit how many rows are shown at most, 0 to {@value #MOST_ROWS}
 * @param summaries whether it is summed up
 */
public record PreviewSpec(ResolvedSpec dataset, long offset, int limit, boolean summaries) {

    /** Rows that a preview shows at most: what a person may still scroll through. */
    public static final int MOST_ROWS = 1000;

    public static final int DEFAULT_ROWS = 100;

    public PreviewSpec {
        if (offset < 0 || limit < 0 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("offset " + offset + " or limit " + limit + " is out of range");
        }
    }

    /** The one way to ask for it: that of its data set, with the preview's own parameters. */
    public CanonicalRequest canonical() {
        StringBuilder own = new StringBuilder();
        for (PreviewParameter parameter : PreviewParameter.values()) {
            own.append('&').append(parameter.label()).append('=').append(switch (parameter) {
                case OFFSET -> Long.toString(offset);
                case LIMIT -> Integer.toString(limit);
                case SUMMARIES -> Boolean.toString(summaries);
            });
        }
        return CanonicalRequest.of(dataset.spec()).and(own.toString());
    }
}
