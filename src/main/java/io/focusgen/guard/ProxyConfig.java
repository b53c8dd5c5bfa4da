package io.focusgen.guard;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who stands between clients and this service. */
@ConfigMapping(prefix = "focus.proxies")
public interface ProxyConfig {

    /**
     * The proxies whose word about the address of a client is taken: addresses and blocks of them, such as
     * {@code 10.0.0.0/8} or {@code 2001:db8::1}; nobody's where absent.
     */
    Optional<List<String>> trusted();

    /**
     * The header that they write it in, {@code x-forwarded-for} or {@code forwarded}. The other one is not looked at: a proxy
     * passes on what a client wrote there.
     */
    @WithDefault("x-forwarded-for")
    String header();
}
