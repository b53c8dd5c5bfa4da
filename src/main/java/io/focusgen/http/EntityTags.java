package io.focusgen.http;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The headers If-Match and If-None-Match (RFC 9110, sections 13.1.1 and 13.1.2). */
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private EntityTags() {
    }

    /** Whether the client holds {@code tag} already, compared weakly as the standard asks for here. */
    public static boolean named(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && TAG.matcher(ifNoneMatch).results().anyMatch(found -> found.group(1).equals(tag));
    }

    /** The same for If-Match, where a weak tag matches nothing. */
    public static boolean namedStrongly(@Nullable String ifMatch, String tag) {
        return ifMatch != null && TAG.matcher(ifMatch).results().anyMatch(found -> found.group().equals(tag));
    }

    /** Whether it is about whatever there is: true only for {@code *}. */
    public static boolean any(@Nullable String header) {
        return header != null && header.strip().equals("*");
    }
}
