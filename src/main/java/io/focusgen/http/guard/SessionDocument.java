package io.focusgen.http.guard;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.focusgen.guard.Caller;
import io.focusgen.guard.Scope;

/**
 * Who asks, as the answer says it; what there is none of is left out.
 *
 * @param caller whose jobs are this caller's jobs
 * @param kind address, key or subject
 * @param scopes what the caller may do
 * @param expires when the session ends by itself, in UTC
 * @param csrfToken what requests of the session that change something carry in X-CSRF-Token
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionDocument(String caller, String kind, List<String> scopes, @Nullable String expires,
        @Nullable String csrfToken) {

    static SessionDocument of(Caller caller) {
        return new SessionDocument(caller.id(), caller.kind().name().toLowerCase(Locale.ROOT), labels(caller.scopes()),
                null, null);
    }

    SessionDocument in(Instant expires, String csrfToken) {
        return new SessionDocument(caller, kind, scopes, expires.toString(), csrfToken);
    }

    private static List<String> labels(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::label).toList();
    }
}
