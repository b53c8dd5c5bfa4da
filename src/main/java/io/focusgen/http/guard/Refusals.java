package io.focusgen.http.guard;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.focusgen.guard.Scope;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;

/** Every way not to come in, as an answer. None of them shows what was sent. */
final class Refusals {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String BEARER = "Bearer realm=\"focus-generator\"";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Refusals() {
    }

    /** Nothing was shown. @param what would have been right */
    static ProblemException missing(String what) {
        return unauthenticated("This needs " + what + ": send it as Authorization: Bearer, or a key as X-API-Key.",
                Map.of(CHALLENGE, BEARER));
    }

    /** What was shown may be good, but not for this. */
    static ProblemException unsuitable(String why) {
        return unauthenticated(why, Map.of(CHALLENGE, BEARER));
    }

    /** What was shown lets nobody in. */
    static ProblemException refused(String why) {
        return unauthenticated(why, Map.of(CHALLENGE, BEARER + ", error=\"invalid_token\""));
    }

    /** The cookie lets nobody in, and the browser had better forget it. */
    static ProblemException over(String why, String forgotten) {
        Map<String, String> headers = new HashMap<>();
        headers.put(CHALLENGE, BEARER + ", error=\"invalid_token\"");
        headers.put("Set-Cookie", forgotten);
        return unauthenticated(why, headers);
    }

    private static ProblemException unauthenticated(String detail, Map<String, String> headers) {
        return new ProblemException(new Failure.Unidentified(ProblemType.UNAUTHENTICATED, detail, headers));
    }

    static ProblemException lacks(Scope needed, Set<Scope> has) {
        String present = has.isEmpty()
                ? "none"
                : has.stream().sorted().map(Scope::label).collect(Collectors.joining(", "));
        return new ProblemException(new Failure.Unidentified(ProblemType.MISSING_SCOPE,
                "This needs the scope " + needed.label() + "; the caller has " + present + ".",
                Map.of(CHALLENGE,
                        BEARER + ", error=\"insufficient_scope\", scope=\"" + needed.label() + '"')));
    }

    static ProblemException unchecked() {
        return new ProblemException(new Failure.Told(ProblemType.IDENTITY_UNAVAILABLE,
                "What issues the tokens cannot be reached; ask again in " + RETRY_AFTER.toSeconds() + " s.",
                RETRY_AFTER));
    }

    static ProblemException notMeant() {
        return new ProblemException(new Failure.Plain(ProblemType.WRONG_CSRF_TOKEN));
    }
}
