package io.focusgen.guard;

/** Who may come in. */
public enum Access {
    /** Whoever reaches this machine's own address is its owner and may do everything. */
    OWNER,
    /** Whoever reaches the address may do what changes nothing for others. */
    ANYBODY,
    /** Whoever shows a key, a token or the cookie of a session. */
    IDENTIFIED;

    /**
     * What settings that were let pass at the start mean.
     *
     * @param identities whether there are keys or tokens
     */
    public static Access of(AccessConfig config, boolean identities) {
        if (identities) {
            return IDENTIFIED;
        }
        return config.auth().isPresent() ? ANYBODY : OWNER;
    }
}
