package io.focusgen.http.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.Problems;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The page that shows the description of the API and tries it. It is our own, because that of the extension has scripts and
 * styles within it: here everything is a file beside the page, so that its policy allows nothing else. From the extension
 * comes what is shared by all such pages, and nothing that this one does not load.
 */
@ApplicationScoped
public class ApiPage {

    private static final String FOLDER = Endpoint.SWAGGER_UI.template() + '/';

    /** Pictures within the style sheet are data. */
    private static final String POLICY = "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src 'self';"
            + " script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Behind all filters, before the extension. */
    private static final int BEFORE_EXTENSION = -900;

    private static final Set<String> OF_EXTENSION = Set.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon.ico");

    /** A file of ours, with the type that browsers are told. */
    private record Part(String type, Buffer bytes) {

        static Part of(String type, String name) {
            try (InputStream in = ApiPage.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("no resource " + name);
                }
                return new Part(type, Buffer.buffer(in.readAllBytes()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private final Map<String, Part> parts;
    private final Problems problems;

    ApiPage(Problems problems) {
        this.problems = problems;
        Part page = Part.of("text/html; charset=utf-8", "page.html");
        parts = Map.of("", page, "index.html", page,
                "page.css", Part.of("text/css; charset=utf-8", "page.css"),
                "page.js", Part.of("text/javascript; charset=utf-8", "page.js"));
    }

    void register(@Observes Router router) {
        router.route(FOLDER + '*').order(BEFORE_EXTENSION).handler(this::answer);
    }

    private void answer(RoutingContext exchange) {
        if (!exchange.normalizedPath().startsWith(FOLDER)) {
            // The extension leads to the folder.
            exchange.next();
            return;
        }
        String name = exchange.normalizedPath().substring(FOLDER.length());
        Part part = parts.get(name);
        if (part == null && !OF_EXTENSION.contains(name)) {
            problems.answer(exchange, problems.unknownPath(exchange));
            return;
        }
        exchange.response().putHeader(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY);
        if (part == null) {
            exchange.next();
        } else {
            // Said here, because HEAD has no body to count.
            exchange.response().putHeader(HttpHeaderNames.CONTENT_TYPE, part.type())
                    .putHeader(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(part.bytes().length()))
                    .end(part.bytes());
        }
    }
}
