package io.focusgen.conform;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The unit format of FOCUS 1.2: {@code GB}, {@code Hours}, {@code GB-Hours}, {@code Requests/Day}, {@code 1000 Tokens},
 * {@code Units/3 Months}. Sizes have one form; listed counts and times are plural except before a dash and after a
 * slash; other nouns are free but capitalised.
 */
final class UnitFormat {

    private static final Set<String> SIZES = Stream
            .of("", "K", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei")
            .flatMap(power -> Stream.of(power + "b", power + "B"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> TIMES = Set.of("Year", "Month", "Day", "Hour", "Minute", "Second");

    private static final Set<String> COUNTS = Set.of("Count", "Unit", "Request", "Token", "Connection", "Certificate",
            "Domain", "Core");

    private static final String WORD = "([A-Za-z][A-Za-z0-9]*)";
    private static final Pattern SHAPE = Pattern.compile(
            "(?:[1-9][0-9]* )?" + WORD + "(?:-" + WORD + "|/(?:([1-9][0-9]*) )?" + WORD + ")?");

    private UnitFormat() {
    }

    /** Whether the unit has one of the shapes, with singulars and plurals in their places. */
    static boolean isShaped(String unit) {
        Matcher parts = SHAPE.matcher(unit);
        if (!parts.matches()) {
            return false;
        }
        String noun = parts.group(1);
        String dashTime = parts.group(2);
        String count = parts.group(3);
        String slashTime = parts.group(4);
        if (dashTime != null) {
            return isSingular(noun) && isPluralTime(dashTime);
        }
        if (slashTime != null) {
            return isPlural(noun) && (count == null ? TIMES.contains(slashTime) : isPluralTime(slashTime));
        }
        return isPlural(noun);
    }

    /** Whether every word is spelled as listed, or begins with a capital where it is not listed. */
    static boolean isCapitalised(String unit) {
        for (String word : unit.split("[^A-Za-z0-9]+")) {
            if (word.isEmpty() || Character.isDigit(word.charAt(0)) || SIZES.contains(word)) {
                continue;
            }
            if (!Character.isUpperCase(word.charAt(0)) || isMisspelled(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMisspelled(String word) {
        return Stream.of(SIZES, TIMES, COUNTS).flatMap(Set::stream)
                .anyMatch(listed -> (listed.equalsIgnoreCase(word) && !listed.equals(word))
                        || ((listed + "s").equalsIgnoreCase(word) && !(listed + "s").equals(word)));
    }

    private static boolean isSingular(String noun) {
        return !isListedPlural(noun) && !isSizeWithPlural(noun);
    }

    private static boolean isPlural(String noun) {
        return !TIMES.contains(noun) && !COUNTS.contains(noun) && !isSizeWithPlural(noun);
    }

    private static boolean isPluralTime(String word) {
        return word.endsWith("s") && TIMES.contains(word.substring(0, word.length() - 1));
    }

    private static boolean isListedPlural(String noun) {
        return isPluralTime(noun) || (noun.endsWith("s") && COUNTS.contains(noun.substring(0, noun.length() - 1)));
    }

    /** {@code GBs}: sizes are the same in singular and plural. */
    private static boolean isSizeWithPlural(String noun) {
        return noun.length() > 2 && noun.endsWith("s") && SIZES.contains(noun.substring(0, noun.length() - 1));
    }
}
