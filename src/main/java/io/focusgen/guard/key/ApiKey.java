package io.focusgen.guard.key;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.focusgen.guard.Caller;
import io.focusgen.guard.Scope;
import io.focusgen.limit.Allowance;

/**
 * A key that lets somebody in. Keys of one name are one caller: a new one is added before the old one is taken away.
 *
 * @param name of the caller, 1 to 64 letters, digits, dots, hyphens and underscores
 * @param fingerprint of its text
 * @param scopes what it is good for, at least one
 * @param expires from when on it is good for nothing, or empty
 * @param own limits instead of everybody's, or empty
 */
public record ApiKey(String name, Fingerprint fingerprint, Set<Scope> scopes, Optional<Instant> expires,
        Optional<Allowance> own) {

    /** What a name may be, in words. */
    public static final String NAMES = "1 to 64 letters, digits, dots, hyphens and underscores";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public ApiKey {
        if (!isName(name) || scopes.isEmpty()) {
            throw new IllegalArgumentException("a key has a name of " + NAMES + ", and a scope");
        }
        scopes = Set.copyOf(scopes);
    }

    /** Whether a caller may be called so. */
    public static boolean isName(String given) {
        return NAME.matcher(given).matches();
    }

    /** Whether it is too late for it. */
    public boolean expired(Instant now) {
        return expires.isPresent() && !now.isBefore(expires.get());
    }

    /** Who asks with it. */
    public Caller caller() {
        return new Caller(Caller.Kind.KEY, "key:" + name, scopes, own);
    }
}
