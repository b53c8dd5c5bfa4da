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

    /** What is wrong with it. */
    static Optional<Violation> refusal(List<String> given) {
        if (given.size() > 1) {
            return Optional.of(new Violation(HEADER, String.join(", ", given), "Must be given once.", null));
        }
        return given.stream().filter(key -> !KEY.matcher(key).matches()).findFirst().map(key -> new Violation(HEADER,
                key, "Must be 1 to 255 visible ASCII characters.", null));
    }
}
