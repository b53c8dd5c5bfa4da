package io.focusgen.encode.csv;

/**
 * Text as a spreadsheet keeps it. What begins like a formula gets an apostrophe in front, so that opening a file runs
 * nothing; a number of which a spreadsheet would show another (rounded from the twelfth digit on, without its leading
 * zeros) becomes a formula that is that text.
 */
final class SpreadsheetText {

    /** Characters added at most: {@code =""}. */
    static final int MOST_ADDED = 3;

    /** The longest number that a spreadsheet shows as it is, in digits. */
    private static final int LONGEST_SHOWN = 11;

    private SpreadsheetText() {
    }

    static String of(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r' -> '\'' + text;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> isMistaken(text) ? "=\"" + text + '"' : text;
            default -> text;
        };
    }

    /** Whether it is a number of which another would be shown. */
    private static boolean isMistaken(String text) {
        return (text.length() > LONGEST_SHOWN || text.charAt(0) == '0' && text.length() > 1)
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
