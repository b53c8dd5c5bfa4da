package io.focusgen.guard.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import io.focusgen.guard.Caller;
import io.focusgen.guard.Scope;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Finds out whose a token is. */
@ApplicationScoped
public class TokenCallers {

    private static final Pattern SIGNED = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final List<String> SCOPE_CLAIMS = List.of("scope", "scp");

    private final IdentityProviderManager identities;
    private final OidcSettings settings;

    TokenCallers(IdentityProviderManager identities, OidcSettings settings) {
        this.identities = identities;
        this.settings = settings;
    }

    /** Whether this can be a token at all: nothing else is worth checking. */
    public static boolean isWellFormed(String given) {
        return SIGNED.matcher(given).matches();
    }

    /**
     * Who asks with this token: signed by the provider, meant for us, neither too early nor too late, of somebody. Asks the
     * provider only for keys that are not known yet.
     *
     * @return fails with a {@link RefusedTokenException} where it lets nobody in; with a {@link TokensUncheckedException} or
     *     an exception of MicroProfile Fault Tolerance where that cannot be said, within 5 seconds
     */
    @Timeout(5_000)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 5_000, skipOn = RefusedTokenException.class)
    @CircuitBreakerName("tokens")
    public Uni<Caller> caller(String token, RoutingContext exchange) {
        TokenAuthenticationRequest request = new TokenAuthenticationRequest(new AccessTokenCredential(token));
        HttpSecurityUtils.setRoutingContextAttribute(request, exchange);
        return identities.authenticate(request).onFailure().transform(TokenCallers::meaning).map(this::caller);
    }

    /** The extension wraps what went wrong on the way to the provider into what is wrong with a token. */
    private static Throwable meaning(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException) {
                return new TokensUncheckedException(failure);
            }
        }
        return failure instanceof AuthenticationFailedException
                ? new RefusedTokenException(
                        "it has expired, is not meant for this service, or is not signed by its provider")
                : new TokensUncheckedException(failure);
    }

    private Caller caller(@Nullable SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken claims)) {
            throw new RefusedTokenException("it is no signed JSON Web Token");
        }
        String issuer = claims.getIssuer();
        String subject = claims.getSubject();
        if (issuer == null || subject == null || subject.isBlank()) {
            throw new RefusedTokenException("it does not say whose it is");
        }
        return new Caller(Caller.Kind.SUBJECT, "subject:" + digest(issuer + '\n' + subject), scopes(claims),
                Optional.empty());
    }

    private Set<Scope> scopes(JsonWebToken claims) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        SCOPE_CLAIMS.stream().flatMap(name -> texts(claims.<Object>getClaim(name)))
                .filter(text -> text.startsWith(settings.scopePrefix()))
                .map(text -> text.substring(settings.scopePrefix().length()))
                .forEach(label -> Scope.byLabel(label).ifPresent(scopes::add));
        return scopes;
    }

    /** Providers write them into one text, or into an array. */
    private static Stream<String> texts(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().flatMap(TokenCallers::texts);
        }
        if (claim instanceof JsonString text) {
            return texts(text.getString());
        }
        return claim instanceof String text ? Stream.of(text.split(" ")) : Stream.empty();
    }

    /** Of texts that may be long, and personal. */
    private static String digest(String text) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
