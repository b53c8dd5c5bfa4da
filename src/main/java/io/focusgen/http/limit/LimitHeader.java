package io.focusgen.http.limit;

/** What every counted answer says about limits. */
public enum LimitHeader {
    POLICY("RateLimit-Policy",
            "All limits that hold for the request: of each its name, how much (q) in how many seconds (w).",
            "\"minute\";q=10;w=60, \"hour\";q=100;w=3600, \"day\";q=1000;w=86400"),
    STATE("RateLimit", "Of each limit what is left (r), and in how many seconds more is (t).",
            "\"minute\";r=9;t=60, \"hour\";r=99;t=3600, \"day\";r=999;t=86400"),
    MODE("RateLimit-Mode",
            "Who counts: shared for all replicas together, local where each counts its part, degraded where"
                    + " each does because Redis does not answer.",
            "local"),
    LIMIT("X-RateLimit-Limit", "The limit of which the least is left.", "10"),
    REMAINING("X-RateLimit-Remaining", "What is left of it.", "9"),
    RESET("X-RateLimit-Reset", "When more of it is left, in seconds since 1970.", "1774915200");

    private final String label;
    private final String help;
    private final String example;

    LimitHeader(String label, String help, String example) {
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
