package io.focusgen.http.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.focusgen.spec.Violation;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Origins of others whose pages are trusted. Compared as browsers write them: scheme and host in lower case, no port where it
 * is the usual one.
 */
@Singleton
public class Origins {

    private static final Logger LOG = Logger.getLogger(Origins.class);

    private static final String ANY = "*";

    private final boolean any;
    private final Set<String> listed = new HashSet<>();

    @Inject
    Origins(BrowserConfig config) {
        this(config.corsOrigins().orElse(List.of()));
        if (any) {
            LOG.warn("CORS_ORIGINS=* lets every web page read what this service answers to its visitors.");
        }
    }

    /** @throws ConfigurationException with a sentence where one is no origin, or * is not alone */
    Origins(List<String> given) {
        any = given.contains(ANY);
        if (any && given.size() > 1) {
            throw new ConfigurationException(
                    "CORS_ORIGINS has * and others. Set it to * alone or to a list of origins.");
        }
        if (!any) {
            given.forEach(origin -> listed.add(normal(origin.strip()).orElseThrow(() -> new ConfigurationException(
                    "CORS_ORIGINS has " + Violation.echo(origin)
                            + ". Set it to origins like https://app.example.com, separated by commas, or to *."))));
        }
    }

    /** Whether there are any at all. */
    public boolean some() {
        return any || !listed.isEmpty();
    }

    /** Whether every page may read, and none is trusted with more. */
    public boolean any() {
        return any;
    }

    /** Whether this origin is on the list, which says nothing where {@link #any}. */
    public boolean listed(String origin) {
        return listed.contains(origin);
    }

    private static Optional<String> normal(String origin) {
        URI uri;
        try {
            uri = new URI(origin.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
        String scheme = String.valueOf(uri.getScheme());
        boolean http = scheme.equals("http");
        boolean bare = uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null
                && uri.getFragment() == null && "".equals(uri.getPath()) && uri.getPort() <= 65_535;
        if (!bare || !http && !scheme.equals("https")) {
            return Optional.empty();
        }
        int usual = http ? 80 : 443;
        return Optional.of(scheme + "://" + uri.getHost()
                + (uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort()));
    }
}
