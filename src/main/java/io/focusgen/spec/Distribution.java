package io.focusgen.spec;

/**
 * What the company spends on: shifts the mix of architectures and the cost share of the service categories.
 *
 * <p>The salt is part of the identity of everything invented: never change one.
 */
public enum Distribution {
    EVENLY_DISTRIBUTED("evenly-distributed", 0x1F83D9ABFB41BD6BL),
    BALANCED("balanced", 0x5BE0CD19137E2179L),
    ML_FOCUSED("ml-focused", 0xCBBB9D5DC1059ED8L),
    DATA_INTENSIVE("data-intensive", 0x629A292A367CD507L),
    MEDIA_INTENSIVE("media-intensive", 0x9159015A3070DD17L),
    COMPUTE_HEAVY("compute-heavy", 0x152FECD8F70E5939L),
    STORAGE_HEAVY("storage-heavy", 0x67332667FFC00B31L),
    NETWORK_HEAVY("network-heavy", 0x8EB44A8768581511L);

    private final String label;
    private final long salt;

    Distribution(String label, long salt) {
        this.label = label;
        this.salt = salt;
    }

    public String label() {
        return label;
    }

    public long salt() {
        return salt;
    }
}
