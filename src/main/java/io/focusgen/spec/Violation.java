package io.focusgen.spec;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request. What was given is shortened to 100 characters and loses its control characters here, so
 * that no one downstream can echo more of it.
 *
 * @param field the parameter as documented, e.g. {@code rows}, or the unknown name that was given
 * @param value what was given; null where nothing was
 * @param message a sentence saying what is allowed
 * @param nearest the nearest valid spelling, or null
 */
public record Violation(String field, @Nullable String value, String message, @Nullable String nearest) {

    private static final int LONGEST_ECHO = 100;

    /** More than is ever shown, so that no secret is cut before it is found. */
    private static final int MOST_SEARCHED = 20_000;

    /** API keys, sessions, CSRF tokens, secrets of webhooks, tokens in JSON (RFC 7519) and passwords, by how they begin. */
    private static final Pattern SECRET = Pattern.compile(
            "(fg[ksc]_|whsec_|eyJ|(?i:basic|bearer) +(?=\\S*[0-9=]))[A-Za-z0-9_.+/=%-]{4,}");

    /** The last ones are those of a link that S3 has signed. */
    private static final String SECRET_NAME = "(?i:password|passwd|secret|token|access[-_]?token|api[-_]?key|authorization"
            + "|(?:x-amz-)?(?:signature|credential|security-token))";
    private static final Pattern NAMED = Pattern.compile("(\\b" + SECRET_NAME + "=)(?!\\*{1,3}$)[^&\\s]+");
    private static final Pattern NAME = Pattern.compile(SECRET_NAME);
    /** What the names of secrets end with. */
    private static final List<String> NAME_ENDS = List.of("password", "passwd", "secret", "token", "key",
            "authorization", "signature", "credential");
    private static final String HIDDEN = "***";

    /** ASCII in a URL. */
    private static final Pattern ENCODED = Pattern.compile("%([2-7][0-9A-Fa-f])");
    private static final int HEXADECIMAL = 16;

    public Violation {
        field = echo(field);
        value = value == null ? null : NAME.matcher(field).matches() ? HIDDEN : echo(value);
    }

    /**
     * {@code given} as it may be shown: at most 100 characters, none of them invisible, and of what looks like a secret,
     * only how it begins.
     */
    public static String echo(String given) {
        return shortened(masked(given));
    }

    /** What cannot be seen goes first: between the letters of a secret it would hide it from us and from nobody else. */
    private static String masked(String given) {
        String searched = visible(given.length() > MOST_SEARCHED ? given.substring(0, MOST_SEARCHED) : given);
        if (searched.indexOf('%') >= 0) {
            // What is spelt otherwise is the same to who reads it.
            String spelt = visible(ENCODED.matcher(searched)
                    .replaceAll(hex -> Matcher.quoteReplacement(
                            Character.toString(Integer.parseInt(hex.group(1), HEXADECIMAL)))));
            String masked = hidden(spelt);
            if (!masked.equals(spelt)) {
                return masked;
            }
        }
        return hidden(searched);
    }

    /** Nearly every text has none: the patterns, which take much longer than a look, are asked only where there may be one. */
    private static String hidden(String searched) {
        String unnamed = mayNameSecret(searched) ? NAMED.matcher(searched).replaceAll("$1" + HIDDEN) : searched;
        return mayBeSecret(unnamed) ? SECRET.matcher(unnamed).replaceAll("$1" + HIDDEN) : unnamed;
    }

    private static boolean mayNameSecret(String searched) {
        for (int sign = searched.indexOf('='); sign >= 0; sign = searched.indexOf('=', sign + 1)) {
            for (String end : NAME_ENDS) {
                if (searched.regionMatches(true, sign - end.length(), end, 0, end.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayBeSecret(String searched) {
        return searched.contains("fg") || searched.contains("eyJ") || searched.contains("whsec_")
                || searched.indexOf(' ') >= 0;
    }

    private static String shortened(String given) {
        if (given.length() <= LONGEST_ECHO) {
            return given;
        }
        boolean splits = Character.isHighSurrogate(given.charAt(LONGEST_ECHO - 1));
        return given.substring(0, splits ? LONGEST_ECHO - 1 : LONGEST_ECHO);
    }

    private static String visible(String given) {
        if (isPrintableAscii(given) || given.codePoints().allMatch(Violation::visible)) {
            return given;
        }
        return given.codePoints().filter(Violation::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isPrintableAscii(String given) {
        for (int i = 0; i < given.length(); i++) {
            char character = given.charAt(i);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
