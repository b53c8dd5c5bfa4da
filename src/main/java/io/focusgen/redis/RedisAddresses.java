package io.focusgen.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.smallrye.config.common.utils.StringUtil;

/** What {@code REDIS_URL} may be. */
public final class RedisAddresses {

    private static final Set<String> SCHEMES = Set.of("redis", "rediss");
    private static final Pattern DATABASE = Pattern.compile("(/\\d{0,9})?");

    private RedisAddresses() {
    }

    /**
     * Why the service must not start with these addresses, in a sentence that shows nothing of them: a password may be in
     * them; empty where it may.
     *
     * @param addresses separated by commas
     */
    public static Optional<String> refusal(String addresses) {
        List<String> all = List.of(StringUtil.split(addresses));
        if (all.stream().anyMatch(RedisAddresses::hasUnderscore)) {
            return Optional
                    .of("REDIS_URL has a name of a host with _ in it, which no name of a host may have (RFC 1123)"
                            + " and the client of Redis does not take. Give the host another name, such as one with - instead (in"
                            + " compose files an alias of the network), or write its address.");
        }
        return all.stream().allMatch(RedisAddresses::isAddress)
                ? Optional.empty()
                : Optional.of("REDIS_URL is not an address of Redis. Set it to one such as"
                        + " redis://user:password@host:6379/0, with TLS rediss://, or unix:///path, several separated by"
                        + " commas; what is no letter or digit in a password is written as in %5E for ^. Or leave it out.");
    }

    /** Java takes such a host for none at all. */
    private static boolean hasUnderscore(String text) {
        try {
            URI address = new URI(text.strip());
            String authority = address.getRawAuthority();
            return isOfRedis(address) && address.getHost() == null && authority != null
                    && authority.indexOf('_', authority.lastIndexOf('@') + 1) >= 0;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static boolean isOfRedis(URI address) {
        return SCHEMES.contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT));
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text.strip());
            return isOfRedis(address)
                    ? address.getHost() != null && DATABASE.matcher(address.getPath()).matches()
                    : "unix".equalsIgnoreCase(address.getScheme()) && address.getPath() != null
                            && address.getPath().length() > 1;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
