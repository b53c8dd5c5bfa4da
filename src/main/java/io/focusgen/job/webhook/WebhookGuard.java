package io.focusgen.job.webhook;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.focusgen.job.WebhookRules;
import io.focusgen.spec.Violation;
import io.smallrye.mutiny.Uni;

/** Keeps webhooks away from everything but public receivers. Thread-safe. */
final class WebhookGuard {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LONGEST_NAME = 253;

    /** Scheme, authority, path and query: a subset of RFC 3986 that no two parsers read differently. */
    private static final Pattern URL = Pattern.compile(
            "(?<scheme>https?)://(?<host>[a-z0-9.-]+)(?::(?<port>[0-9]{1,5}))?(?<target>(?:[/?](?:[a-z0-9._~!$&'()*+,;=:@/?-]++|%[0-9a-f]{2})*+)?)",
            Pattern.CASE_INSENSITIVE);

    /** The last label is a word: all spellings of IPv4 addresses end in a number. */
    private static final Pattern NAME = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");

    /** Endings that are nobody's in the public name system (RFC 6761, 6762, 8375, and what networks use within). */
    private static final List<String> LOCAL = List.of("localhost", "localdomain", "local", "internal", "intranet",
            "private", "corp", "home", "lan", "arpa", "test", "invalid", "onion", "svc", "consul");

    private final List<String> hosts;
    private final Set<Integer> ports;
    private final Function<String, Uni<List<InetAddress>>> resolver;
    private final Function<InetAddress, Optional<String>> refusal;

    /**
     * @param hosts names that are allowed with all below them; empty where every public name is
     * @param ports allowed besides 443
     * @param resolver gives all addresses of a name
     */
    WebhookGuard(List<String> hosts, Set<Integer> ports, Function<String, Uni<List<InetAddress>>> resolver) {
        this(hosts, ports, resolver, address -> AddressRange.notPublic(address.getAddress()));
    }

    /**
     * @param refusal says what is wrong with an address, empty for nothing
     */
    WebhookGuard(List<String> hosts, Set<Integer> ports, Function<String, Uni<List<InetAddress>>> resolver,
            Function<InetAddress, Optional<String>> refusal) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        this.hosts.forEach(WebhookGuard::requireName);
        this.ports = Set.copyOf(ports);
        this.resolver = resolver;
        this.refusal = refusal;
    }

    private static void requireName(String host) {
        if (!NAME.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "focus.webhook.hosts (WEBHOOK_HOSTS) lists names such as example.com, but has "
                            + Violation.echo(host));
        }
    }

    /**
     * Reads what a client gave.
     *
     * @throws RefusedReceiverException saying what is allowed
     */
    WebhookUrl read(String given) {
        Matcher url = URL.matcher(given);
        if (given.length() > WebhookRules.LONGEST || !url.matches()) {
            throw new RefusedReceiverException(
                    "A" + WebhookRules.ALLOWED.substring(1) + ".");
        }
        String host = url.group("host").toLowerCase(Locale.ROOT);
        if (host.length() > LONGEST_NAME || !NAME.matcher(host).matches()) {
            throw new RefusedReceiverException(
                    "The host is a full name such as hooks.example.com: no IP address in any spelling, no dot"
                            + " behind it, letters of other scripts as xn--.");
        }
        if (LOCAL.stream().anyMatch(ending -> isWithin(host, ending))) {
            throw new RefusedReceiverException("The host is one of the public internet.");
        }
        if (!hosts.isEmpty() && hosts.stream().noneMatch(allowed -> isWithin(host, allowed))) {
            throw new RefusedReceiverException(
                    "Hosts allowed here are " + String.join(", ", hosts) + " and those below them.");
        }
        boolean tls = url.group("scheme").equalsIgnoreCase("https");
        if (!tls && hosts.isEmpty()) {
            throw new RefusedReceiverException("The scheme is https; http only for hosts that WEBHOOK_HOSTS lists.");
        }
        int standard = tls ? HTTPS : HTTP;
        int port = url.group("port") == null ? standard : Integer.parseInt(url.group("port"));
        if (port != standard && !ports.contains(port)) {
            throw new RefusedReceiverException(
                    "The port is " + Stream.concat(Stream.of(standard), ports.stream().sorted())
                            .map(String::valueOf).collect(Collectors.joining(" or ")) + '.');
        }
        String target = url.group("target");
        return new WebhookUrl(tls, host, port, target.startsWith("/") ? target : "/" + target);
    }

    /**
     * Looks the host up, once.
     *
     * @return the address to connect to; fails with {@link RefusedReceiverException} where there is none, or any one of them is not
     *     public
     */
    Uni<InetAddress> resolve(WebhookUrl url) {
        return resolver.apply(url.host()).map(addresses -> {
            if (addresses.isEmpty()) {
                throw new RefusedReceiverException("the host has no address");
            }
            for (InetAddress address : addresses) {
                Optional<String> wrong = refusal.apply(address);
                if (wrong.isPresent()) {
                    throw new RefusedReceiverException("an address of the host is not public (" + wrong.get() + ")");
                }
            }
            return addresses.get(0);
        });
    }

    private static boolean isWithin(String host, String ending) {
        return host.equals(ending) || host.endsWith("." + ending);
    }
}
