package io.focusgen.http.guard;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names that mean the machine they are spoken on, wherever that is (RFC 6761, section 6.3; RFC 5735, section 3). */
final class LocalName {

    private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");
    private static final Pattern NAME = Pattern
            .compile("(?:[a-z0-9-]+\\.)*localhost\\.?|127(?:\\.\\d{1,3}){3}|\\[(?:::1|::ffff:127(?:\\.\\d{1,3}){3})]");

    private LocalName() {
    }

    /** Whether it is one. @param host as in a Host header, with or without a port */
    static boolean is(String host) {
        return NAME.matcher(PORT.matcher(host.strip().toLowerCase(Locale.ROOT)).replaceFirst("")).matches();
    }
}
