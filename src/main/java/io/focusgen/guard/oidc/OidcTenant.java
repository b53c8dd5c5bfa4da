package io.focusgen.guard.oidc;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * What the extension has to know of the provider. Told when the first token comes, not at the start: the service starts
 * without the provider, and asks again as long as it does not answer.
 */
@Singleton
public class OidcTenant implements TenantConfigResolver {

    private static final String NAME = "focus";

    /** Of one call; two of them may be needed for the first token. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How soon after a key that nobody knew the keys are asked for again. */
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(30);

    private final OidcSettings settings;

    OidcTenant(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext exchange, OidcRequestContext<OidcTenantConfig> context) {
        return Uni.createFrom().item(this::config);
    }

    private OidcTenantConfig config() {
        var token = OidcTenantConfig.authServerUrl(settings.url()).tenantId(NAME)
                .applicationType(ApplicationType.SERVICE).connectionTimeout(PATIENCE).connectionRetryCount(1)
                .token().audience(settings.audience()).subjectRequired().allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false).forcedJwkRefreshInterval(BETWEEN_REFRESHES);
        settings.issuer().ifPresent(token::issuer);
        return token.end().build();
    }
}
