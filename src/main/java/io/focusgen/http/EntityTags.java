package io.focusgen.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The If-None-Match header (RFC 9110, section 13.1.2). */
final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private EntityTags() {
    }

    /** Whether the client holds {@code tag} already, compared weakly as the standard asks for here. */
    static boolean named(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        Matcher matcher = TAG.matcher(ifNoneMatch);
        while (matcher.find()) {
            if (matcher.group(1).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the client holds anything at all: true only for {@code *}. */
    static boolean any(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && ifNoneMatch.strip().equals("*");
    }
}
