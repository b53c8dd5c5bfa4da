package io.focusgen.http;

/** What an answer says about its data set in headers, in the order written. */
public enum ExportHeader {
    ETAG("ETag", "Changes with the data set and with the version of the generator: the same tag means the same bytes.",
            "\"7d3a0c5b9e1f48262b6c1d0e9f8a7b54\""),
    CACHE_CONTROL("Cache-Control", "For how long the same request means the same data set.", "public, max-age=86400"),
    LINK("Link", "The canonical URL, which gives the same bytes again; where it would be longer than a URL may be, the"
            + " SHA-256 of its query string.",
            "</api/v1/cost-and-usage.csv?provider=aws&month=2026-03&rows=1000000&seed=42>; rel=\"canonical\""),
    SEED("Focus-Seed", "The seed, also where it was drawn.", "42"),
    CONTENT_DISPOSITION("Content-Disposition", "The name to keep the file under.",
            "attachment; filename=\"aws-focus-1.2-2026-03.csv\""),
    ROWS("Focus-Rows", "Exact data rows of the answer, without the header line.", "1000000"),
    BUDGET("Focus-Budget", "Billed cost before tax per month that the rows meet; of several providers, each.",
            "200000.00 USD"),
    COMMITMENT_COVERAGE("Focus-Commitment-Coverage",
            "Share of eligible usage that the rows cover by commitments; of several providers, each.", "0.6"),
    CONTENT_TYPE("Content-Type", "The media type of the format.", "text/csv; charset=us-ascii; header=present");

    private final String label;
    private final String help;
    private final String example;

    ExportHeader(String label, String help, String example) {
        this.label = label;
        this.help = help;
        this.example = example;
    }

    /** As in the answer. */
    public String label() {
        return label;
    }

    /** One sentence. */
    public String help() {
        return help;
    }

    public String example() {
        return example;
    }
}
