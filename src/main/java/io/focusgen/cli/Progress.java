package io.focusgen.cli;

import java.io.PrintStream;
import java.util.function.LongConsumer;

/** A line on a terminal that says how far it is; nothing where nobody looks. */
final class Progress implements LongConsumer {

    private static final long NANOS_PER_LINE = 200_000_000;

    private final PrintStream terminal;
    private final boolean shown;
    private final long blocks;
    private long last = System.nanoTime();
    private boolean dirty;

    Progress(Console console, long blocks) {
        this.terminal = console.messages();
        this.shown = console.interactive();
        this.blocks = blocks;
    }

    @Override
    public void accept(long written) {
        if (shown && System.nanoTime() - last >= NANOS_PER_LINE) {
            last = System.nanoTime();
            dirty = true;
            terminal.print("\r" + written * 100 / blocks + " %, " + written + " of " + blocks + " blocks ");
            terminal.flush();
        }
    }

    /** Wipes the line. */
    void end() {
        if (dirty) {
            terminal.print("\r" + " ".repeat(60) + "\r");
            terminal.flush();
        }
    }
}
