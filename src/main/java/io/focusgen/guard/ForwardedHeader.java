package io.focusgen.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.vertx.core.MultiMap;

/** Where proxies write whom they speak for: the last one at the end. */
enum ForwardedHeader {
    /** {@code X-Forwarded-For: client, proxy}. */
    X_FORWARDED_FOR("X-Forwarded-For"),
    /** {@code Forwarded: for=client;proto=https, for="[2001:db8::1]:4711"} (RFC 7239). */
    FORWARDED("Forwarded");

    private static final Pattern FOR = Pattern.compile("(?:^|;)\\s*for\\s*=\\s*(?:\"([^\"]*)\"|([^;\"]*))\\s*(?=;|$)",
            Pattern.CASE_INSENSITIVE);

    /** An address, one of IPv6 in brackets or not, perhaps with a port. */
    private static final Pattern NODE = Pattern
            .compile("\\[([0-9A-Fa-f:.]+)](?::\\d{1,5})?|(\\d+\\.\\d+\\.\\d+\\.\\d+)(?::\\d{1,5})?|([0-9A-Fa-f:.]+)");

    private final String header;

    ForwardedHeader(String header) {
        this.header = header;
    }

    static Optional<ForwardedHeader> named(String name) {
        return Stream.of(values()).filter(each -> each.header.toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }

    /** What is written there, the nearest last; empty texts for what is no address. */
    List<String> addresses(MultiMap headers) {
        List<String> addresses = new ArrayList<>();
        for (String line : headers.getAll(header)) {
            for (String element : line.split(",", -1)) {
                addresses.add(address(this == FORWARDED ? node(element.strip()) : element.strip()));
            }
        }
        return addresses;
    }

    private static String node(String element) {
        Matcher found = FOR.matcher(element);
        if (!found.find()) {
            return "";
        }
        String quoted = found.group(1);
        return quoted == null ? found.group(2).strip() : quoted;
    }

    private static String address(String node) {
        Matcher found = NODE.matcher(node);
        return found.matches()
                ? Stream.of(1, 2, 3).map(found::group).filter(group -> group != null).findFirst().orElse("")
                : "";
    }
}
