package io.focusgen.conform;

import java.io.ByteArrayInputStream;

/** Bytes that arrive a few at a time. */
final class Trickle extends ByteArrayInputStream {

    /** Little memory, so that a few rows are enough to use it up. */
    static final Options OPTIONS = Options.COMPLETE.withMemory(1 << 20);

    private static final int AT_ONCE = 7;

    Trickle(byte[] bytes) {
        super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, AT_ONCE));
    }

    /** Fails where two reports differ or are longer than anybody reads. */
    static void requireSame(String report, String slowly) {
        if (!report.equals(slowly)) {
            throw new AssertionError("at once:\n" + report + "\nslowly:\n" + slowly);
        }
        if (report.length() > 1 << 18) {
            throw new AssertionError("a report of " + report.length() + " characters");
        }
    }
}
