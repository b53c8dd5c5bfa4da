package io.focusgen.encode;

import java.time.Instant;

/** The moments of a month at which charge periods begin and end, written once. */
final class Stamps {

    /** {@code yyyy-MM-ddTHH:mm:ssZ}. */
    static final int BYTES = 20;

    private final byte[] stamps;

    @SuppressWarnings("deprecation") // the only copy of Latin-1 text without an array of its own
    Stamps(long startHour, int periods, int hoursPerPeriod) {
        stamps = new byte[(periods + 1) * BYTES];
        for (int i = 0; i <= periods; i++) {
            text(startHour + (long) i * hoursPerPeriod).getBytes(0, BYTES, stamps, i * BYTES);
        }
    }

    private static String text(long epochHour) {
        return Instant.ofEpochSecond(epochHour * 3600).toString();
    }

    /** Copies the moment at which period {@code number} begins. */
    void copy(int number, byte[] out, int position) {
        System.arraycopy(stamps, number * BYTES, out, position, BYTES);
    }
}
