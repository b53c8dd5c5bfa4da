package io.focusgen.catalog;

import java.util.regex.Pattern;

/** FOCUS unit format, written from the specification (attribute Unit Format): the shapes and the reserved words. */
final class UnitFormat {

    private static final String DATA = "[KMGTPE]?i?b|[KMGTPE]?B|[KMGTPE]iB";
    private static final String TIMES = "(?:Years|Months|Days|Hours|Minutes|Seconds)";
    private static final String TIME = "(?:Year|Month|Day|Hour|Minute|Second)";
    private static final String NOUN = "[A-Z][A-Za-z0-9]*";
    /** Data sizes have one form for singular and plural. */
    private static final String PLURAL = "(?:" + DATA + "|(?!(?:" + DATA + ")s)" + NOUN + "s)";
    private static final String SINGULAR = "(?:" + DATA + "|" + NOUN + ")";
    private static final Pattern FORMAT = Pattern
            .compile(PLURAL + "|" + SINGULAR + "-" + TIMES + "|" + PLURAL + "/" + TIME
                    + "|[1-9][0-9]* " + PLURAL + "|" + PLURAL + "/[1-9][0-9]* " + TIMES);

    private UnitFormat() {
    }

    static boolean allows(String unit) {
        return FORMAT.matcher(unit).matches();
    }
}
