package io.focusgen.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.focusgen.guard.AccessConfig;
import io.focusgen.guard.key.KeyRing;
import io.focusgen.guard.oidc.OidcSettings;
import io.focusgen.spec.Violation;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Refuses to open a service without identity to a network, unless told that this is meant, and settings that mean nothing. */
@ApplicationScoped
public class StartGuard {

    private static final String OPEN = "none";
    private static final List<String> LOG_FORMATS = List.of("text", "json");
    private static final int MOST_PORT = 65_535;

    void check(@Observes StartupEvent start, @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "focus.log.format") String logFormat, AccessConfig access, KeyRing keys,
            OidcSettings tokens) {
        refusal(host, access.auth(), keys.configured() || tokens.configured()).or(() -> refusal(port))
                .or(() -> refusal(logFormat)).ifPresent(sentence -> {
                    throw new ConfigurationException(sentence);
                });
    }

    /** 0 stands for any free port. */
    static Optional<String> refusal(int port) {
        return port >= 0 && port <= MOST_PORT
                ? Optional.empty()
                : Optional.of("API_PORT=" + port
                        + " is no port. Set it to a number from 1 to " + MOST_PORT
                        + ", or leave it out to listen on 8080.");
    }

    static Optional<String> refusal(String logFormat) {
        return LOG_FORMATS.contains(logFormat)
                ? Optional.empty()
                : Optional.of("LOG_FORMAT=" + Violation.echo(logFormat)
                        + " is not known. Set it to text or json, or leave it out for text.");
    }

    /**
     * Why the service must not start, and what to do; empty where it may.
     *
     * @param identities whether there are keys or tokens by which callers are known
     */
    static Optional<String> refusal(String host, Optional<String> auth, boolean identities) {
        if (auth.isPresent() && !auth.get().equals(OPEN)) {
            return Optional.of("AUTH=" + Violation.echo(auth.get())
                    + " is not known. Set AUTH=none to let everyone in who reaches the address, or leave it out and set API_KEYS,"
                    + " API_KEYS_FILE or OIDC_URL, or listen on 127.0.0.1 only.");
        }
        if (auth.isPresent() && identities) {
            return Optional.of(
                    "AUTH=none lets everyone in, and API_KEYS, API_KEYS_FILE or OIDC_URL only whom it names. Leave one"
                            + " of them out.");
        }
        return auth.isPresent() || identities || loopback(host)
                ? Optional.empty()
                : Optional.of("Refusing to listen on " + Violation.echo(host)
                        + " without knowing who is asking. Set API_KEYS, API_KEYS_FILE or OIDC_URL; or AUTH=none if everyone who"
                        + " reaches that address may use the service; or leave API_HOST out to listen on 127.0.0.1 only.");
    }

    /** Whether nobody outside this machine can reach {@code host}; a name must mean nothing but loopback addresses. */
    private static boolean loopback(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
