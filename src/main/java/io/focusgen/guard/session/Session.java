package io.focusgen.guard.session;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import io.focusgen.guard.Caller;
import io.focusgen.guard.Scope;
import io.focusgen.guard.key.ApiKey;
import io.focusgen.guard.key.Fingerprint;

/**
 * What a cookie stands for.
 *
 * @param id 22 random characters
 * @param name of the caller whose key it was
 * @param key that it was traded for
 * @param scopes that the key had then
 * @param expires from when on it is good for nothing, whole seconds
 */
public record Session(String id, String name, Fingerprint key, Set<Scope> scopes, Instant expires) {

    public Session {
        scopes = Set.copyOf(scopes);
    }

    /** Who asks with it. @param current the key as it is now: what was taken from it, the session has lost, too */
    Caller caller(ApiKey current) {
        Set<Scope> both = EnumSet.noneOf(Scope.class);
        both.addAll(scopes);
        both.retainAll(current.scopes());
        return current.caller().with(both);
    }
}
