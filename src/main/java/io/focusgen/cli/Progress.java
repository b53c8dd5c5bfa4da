package io.focusgen.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** A line on a terminal that says how far a file is, at most five times a second; nothing where nobody looks. */
final class Progress implements Watcher {

    private static final long NANOS_PER_LINE = 200_000_000;

    private static final int SHORTEST_BAR = 5;
    private static final int LONGEST_BAR = 40;
    private static final int PER_CENT = 100;
    private static final int PERCENT_WIDTH = 5;

    private final PrintStream terminal;
    private final boolean shown;
    private final int columns;
    private final long blocks;
    private final long rows;
    private final LongSupplier clock;
    private final long start;
    private long last;
    private boolean dirty;

    /**
     * @param blocks of the file
     * @param rows of it, or 0 where nobody counts them
     * @param clock in nanoseconds
     */
    Progress(Console console, long blocks, long rows, LongSupplier clock) {
        this.terminal = console.messages();
        this.shown = console.interactive() && !console.quiet();
        this.columns = console.columns();
        this.blocks = blocks;
        this.rows = rows;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.last = start;
    }

    @Override
    public void written(long done, long bytes) {
        if (!shown) {
            return;
        }
        long now = clock.getAsLong();
        if (now - last >= NANOS_PER_LINE && done < blocks) {
            last = now;
            dirty = true;
            terminal.print("\r" + padded(line(done, bytes, now - start)));
            terminal.flush();
        }
    }

    /** Blocks have nearly the same number of rows and take nearly the same time, so shares of them are shares of both. */
    private String line(long done, long bytes, long nanos) {
        double share = (double) done / blocks;
        StringBuilder said = new StringBuilder();
        String percent = done * PER_CENT / blocks + " %";
        said.append(" ".repeat(PERCENT_WIDTH - percent.length())).append(percent);
        if (rows > 0) {
            said.append("  ").append(Figures.count(Math.round(share * rows))).append(" rows");
        }
        said.append("  ").append(Figures.bytes(bytes)).append("  ").append(Figures.rate(bytes, nanos)).append("  ");
        said.append(Figures.clock(Math.round(nanos / share * (1 - share)))).append(" left");
        int room = Math.min(LONGEST_BAR, columns - 1 - said.length() - 3);
        if (room >= SHORTEST_BAR) {
            int full = (int) Math.round(share * room);
            said.insert(0, "[" + "#".repeat(full) + ".".repeat(room - full) + "] ");
        }
        return said.toString();
    }

    /** To the last column but one: in the last one some terminals begin a new line. */
    private String padded(String line) {
        return line.length() >= columns
                ? line.substring(0, columns - 1)
                : line + " ".repeat(columns - 1 - line.length());
    }

    /** Wipes the line. */
    void end() {
        if (dirty) {
            terminal.print("\r" + " ".repeat(columns - 1) + "\r");
            terminal.flush();
        }
    }
}
