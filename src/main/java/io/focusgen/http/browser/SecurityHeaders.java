package io.focusgen.http.browser;

import jakarta.inject.Singleton;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * What every answer says to browsers: that it is no page, belongs in no frame and to no other site, and is read as the type it
 * has. Answers that are pages say more in a policy of their own.
 */
@Singleton
public class SecurityHeaders {

    /** A year. */
    private static final CharSequence TRANSPORT = AsciiString.cached("max-age=31536000");
    private static final CharSequence POLICY = AsciiString
            .cached("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    /** Made once: names and values are written as they are. */
    private static final CharSequence[] ALWAYS = texts("X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()");

    private final boolean httpsOnly;

    SecurityHeaders(BrowserConfig config) {
        httpsOnly = config.httpsOnly();
    }

    private static CharSequence[] texts(String... namesAndValues) {
        CharSequence[] texts = new CharSequence[namesAndValues.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = AsciiString.cached(namesAndValues[i]);
        }
        return texts;
    }

    /** Whether the client has come by https. */
    public boolean https(HttpServerRequest request) {
        return httpsOnly || "https".equals(request.scheme());
    }

    /** Puts them into the answer; a policy that is there already stays. */
    public void mark(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        for (int i = 0; i < ALWAYS.length; i += 2) {
            headers.set(ALWAYS[i], ALWAYS[i + 1]);
        }
        if (!headers.contains(HttpHeaderNames.CONTENT_SECURITY_POLICY)) {
            headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY);
        }
        if (https(request)) {
            headers.set("Strict-Transport-Security", TRANSPORT);
        }
    }
}
