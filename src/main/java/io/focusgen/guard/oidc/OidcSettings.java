package io.focusgen.guard.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The checked values of an {@link OidcConfig}. */
@Singleton
public class OidcSettings {

    private final Optional<String> url;
    private final String audience;
    private final Optional<String> issuer;
    private final String scopePrefix;

    /** @throws ConfigurationException with a sentence where a value means nothing */
    OidcSettings(OidcConfig config) {
        url = config.url();
        audience = config.audience().orElse("");
        issuer = config.issuer();
        scopePrefix = config.scopePrefix().orElse("");
        if (url.isPresent() && !isAddress(url.get())) {
            throw new ConfigurationException("OIDC_URL is no address. Set it to that of the provider, such as"
                    + " https://login.example.com/realms/main, or leave it out.");
        }
        if (url.isPresent() && audience.isEmpty()) {
            throw new ConfigurationException(
                    "OIDC_URL needs OIDC_AUDIENCE: without, tokens meant for others would be taken."
                            + " Set it to the audience that the provider writes into tokens for this service.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
                    && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }

    /** Whether tokens are taken at all. */
    public boolean configured() {
        return url.isPresent();
    }

    /** Where the provider describes itself. Only where {@link #configured}. */
    String url() {
        return url.orElseThrow();
    }

    String audience() {
        return audience;
    }

    Optional<String> issuer() {
        return issuer;
    }

    String scopePrefix() {
        return scopePrefix;
    }
}
