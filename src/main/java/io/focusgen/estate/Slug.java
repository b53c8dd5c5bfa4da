package io.focusgen.estate;

import java.util.Locale;

/** Names as parts of identifiers: lower-case letters, digits and single hyphens, beginning with a letter. */
final class Slug {

    private Slug() {
    }

    /** {@code Data Platform} is {@code data-platform}. */
    static String of(String name) {
        StringBuilder slug = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        if (slug.length() == 0 || slug.charAt(0) < 'a') {
            slug.insert(0, 'x');
        }
        return ended(slug);
    }

    /** The slug, at most so long: identifiers have little room. */
    static String of(String name, int longest) {
        String slug = of(name);
        return slug.length() <= longest ? slug : ended(new StringBuilder(slug).delete(longest, slug.length()));
    }

    private static String ended(StringBuilder slug) {
        int length = slug.length();
        if (slug.charAt(length - 1) == '-') {
            slug.setLength(length - 1);
        }
        return slug.toString();
    }
}
