/** Tokens of an identity provider (OpenID Connect), checked with the keys that it publishes. */
@org.jspecify.annotations.NullMarked
package io.focusgen.guard.oidc;
