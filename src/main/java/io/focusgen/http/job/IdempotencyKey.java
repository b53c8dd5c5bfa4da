package io.focusgen.http.job;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.focusgen.spec.Violation;

/** The header by which a client says that it asks for the same job again. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private IdempotencyKey() {
    }

    /** The key, or null where there is none. Only for one that {@link #refusal} finds nothing wrong with. */
    static @Nullable String of(List<String> given) {
        return given.isEmpty() ? null : given.get(0);
    }

    /** What is wrong with it, which is not shown: it is a header, and may be a secret that was put into the wrong one. */
    static Optional<Violation> refusal(List<String> given) {
        if (given.size() > 1) {
            return Optional.of(new Violation(HEADER, null, "Must be given once.", null));
        }
        return given.stream().allMatch(key -> KEY.matcher(key).matches())
                ? Optional.empty()
                : Optional.of(new Violation(HEADER, null, "Must be 1 to 255 visible ASCII characters.", null));
    }
}
