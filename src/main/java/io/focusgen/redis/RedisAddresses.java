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
        return List.of(StringUtil.split(addresses)).stream().allMatch(RedisAddresses::isAddress)
                ? Optional.empty()
                : Optional.of("REDIS_URL is not an address of Redis. Set it to one such as"
                        + " redis://user:password@host:6379/0, with TLS rediss://, or unix:///path, several separated by"
                        + " commas; what is no letter or digit in a password is written as in %5E for ^. Or leave it out.");
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return SCHEMES.contains(scheme)
                    ? address.getHost() != null && DATABASE.matcher(address.getPath()).matches()
                    : scheme.equals("unix") && address.getPath() != null && address.getPath().length() > 1;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
