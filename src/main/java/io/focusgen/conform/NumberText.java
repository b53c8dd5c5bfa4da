package io.focusgen.conform;

/** The two grammars of a number: what FOCUS allows, and the narrower one that every reader takes for a decimal. */
final class NumberText {

    private NumberText() {
    }

    /** {@code -?digits[.digits][E[-]digits]}, without a plus sign anywhere. */
    static boolean isNumeric(String text) {
        int i = digits(text, text.startsWith("-") ? 1 : 0);
        if (i < 0) {
            return false;
        }
        if (i < text.length() && text.charAt(i) == '.') {
            i = digits(text, i + 1);
            if (i < 0) {
                return false;
            }
        }
        if (i < text.length() && (text.charAt(i) == 'E' || text.charAt(i) == 'e')) {
            i = digits(text, i + (text.startsWith("-", i + 1) ? 2 : 1));
        }
        return i == text.length();
    }

    /** Digits, a point, digits; no leading zero, no exponent, a minus sign only before a number below zero. */
    static boolean isPlain(String text) {
        boolean negative = text.startsWith("-");
        int first = negative ? 1 : 0;
        int point = digits(text, first);
        if (point < 0 || point >= text.length() || text.charAt(point) != '.') {
            return false;
        }
        if (text.charAt(first) == '0' && point > first + 1) {
            return false;
        }
        return digits(text, point + 1) == text.length() && !(negative && isZero(text));
    }

    /** The power of ten after the {@code E}: 0 without one, the largest int where it has more than 6 digits. */
    static int exponentOf(String text) {
        int e = Math.max(text.indexOf('E'), text.indexOf('e'));
        if (e < 0) {
            return 0;
        }
        int first = e + (text.startsWith("-", e + 1) ? 2 : 1);
        if (digits(text, first) != text.length() || text.length() - first > 6) {
            return Integer.MAX_VALUE;
        }
        return Integer.parseInt(text.substring(e + 1));
    }

    private static boolean isZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }

    /** Where the digits that begin at {@code from} end, or -1 where there are none. */
    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i == from ? -1 : i;
    }
}
