package io.focusgen.spec;

import java.util.List;

/** A request that cannot be answered as asked: everything wrong with it, at once. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public RefusedException(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    /** At least one. */
    public List<Violation> violations() {
        return violations;
    }
}
