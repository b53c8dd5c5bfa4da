package io.focusgen.spec;

/**
 * The size and maturity of the invented company.
 *
 * <p>The salt is part of the identity of everything invented: never change one.
 */
public enum Profile {
    GREENFIELD("greenfield", 30_000, 0x6A09E667F3BCC908L),
    STARTUP("startup", 80_000, 0xBB67AE8584CAA73BL),
    LARGE_BUSINESS("large-business", 200_000, 0x3C6EF372FE94F82BL),
    ENTERPRISE("enterprise", 1_500_000, 0xA54FF53A5F1D36F1L),
    DATA_HEAVY("data-heavy", 400_000, 0x510E527FADE682D1L),
    ML_AI("ml-ai", 600_000, 0x9B05688C2B3E6C1FL);

    private final String label;
    private final long naturalBudget;
    private final long salt;

    Profile(String label, long naturalBudget, long salt) {
        this.label = label;
        this.naturalBudget = naturalBudget;
        this.salt = salt;
    }

    public String label() {
        return label;
    }

    /** USD per provider and month, where the request names no budget. */
    public long naturalBudget() {
        return naturalBudget;
    }

    public long salt() {
        return salt;
    }
}
