package io.focusgen.guard.oidc;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Whose tokens are taken. {@link OidcSettings} checks it. */
@ConfigMapping(prefix = "focus.oidc")
public interface OidcConfig {

    /** Where the provider describes itself, without {@code /.well-known/openid-configuration}; no tokens when absent. */
    Optional<String> url();

    /** Who the tokens must be meant for. */
    Optional<String> audience();

    /** Who must have issued them; whom the provider says it is, when absent. */
    Optional<String> issuer();

    /** What stands before our scopes in a token, e.g. {@code focus:}; nothing when absent. */
    Optional<String> scopePrefix();
}
