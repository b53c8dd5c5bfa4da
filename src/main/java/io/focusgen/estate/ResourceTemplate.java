package io.focusgen.estate;

import java.util.List;

/**
 * The placeholders of resource ids and names: words of the company ({@code app env team role org entity purpose};
 * {@code plain} is {@code app} in at most ten letters and digits, for names that take nothing else), where it
 * runs ({@code region zone account number rg}: the account's id and number, a resource group), the resource's own {@code name}
 * in ids and the {@code mark} that makes it unique in names, {@code uuid}, and random characters: {@code hex},
 * {@code alnum} in lower case, {@code HEX}, {@code ALNUM} in upper case, {@code KEY} as in base 32 (capital letters and 2 to 7) and {@code n} for digits, each with a length of
 * 1 to 64.
 */
final class ResourceTemplate {

    private static final List<String> WORDS = List.of("app", "plain", "env", "team", "role", "org", "entity",
            "purpose");
    private static final List<String> PLACES = List.of("region", "zone", "account", "number", "rg", "name", "mark",
            "uuid");
    private static final List<String> RANDOM = List.of("hex", "alnum", "HEX", "ALNUM", "KEY", "n");
    private static final int LONGEST = 64;

    private ResourceTemplate() {
    }

    static boolean isKnown(String placeholder) {
        return WORDS.contains(placeholder) || PLACES.contains(placeholder) || isRandom(placeholder);
    }

    private static boolean isRandom(String placeholder) {
        int digits = placeholder.length();
        while (digits > 0 && placeholder.charAt(digits - 1) >= '0' && placeholder.charAt(digits - 1) <= '9') {
            digits--;
        }
        String length = placeholder.substring(digits);
        return RANDOM.contains(placeholder.substring(0, digits)) && !length.isEmpty() && length.length() <= 2
                && Integer.parseInt(length) >= 1 && Integer.parseInt(length) <= LONGEST;
    }
}
