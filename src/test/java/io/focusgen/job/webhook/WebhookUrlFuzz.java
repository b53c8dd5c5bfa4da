package io.focusgen.job.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import io.smallrye.mutiny.Uni;

/** A text as the address of a receiver: what is taken is a public name for every other reader of URLs, too. */
public final class WebhookUrlFuzz {

    private static final WebhookGuard GUARD = new WebhookGuard(List.of(), Set.of(8443),
            host -> Uni.createFrom().item(List.of()));

    private WebhookUrlFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String given = new String(data, StandardCharsets.UTF_8);
        WebhookUrl url;
        try {
            url = GUARD.read(given);
        } catch (RefusedReceiverException refused) {
            require(String.valueOf(refused.getMessage()).endsWith("."), "a sentence", refused.getMessage());
            return;
        }
        URI other = URI.create(given);
        require(url.tls() && "https".equalsIgnoreCase(other.getScheme()), "https", given);
        require(url.host().equalsIgnoreCase(other.getHost()) && other.getUserInfo() == null
                && other.getFragment() == null, "the same host to everybody", given);
        require(url.port() == 443 || url.port() == 8443, "an allowed port", given);
        require(url.host().matches("[a-z0-9.-]+\\.[a-z][a-z0-9-]*[a-z0-9]"), "a name that ends in a word", given);
        require(url.target().startsWith("/") && url.target().chars().allMatch(c -> c > ' ' && c <= '~'),
                "a target of visible ASCII", given);
    }

    private static void require(boolean holds, String what, String given) {
        if (!holds) {
            throw new AssertionError("must be " + what + ": " + given);
        }
    }
}
