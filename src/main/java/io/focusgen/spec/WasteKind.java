package io.focusgen.spec;

import java.util.List;
import java.util.stream.Stream;

/** What a company pays for and does not need. */
public enum WasteKind {
    /** A machine that runs all day and does nothing. */
    IDLE_INSTANCE("idle-instance", false),
    /** A disk that no machine has. */
    UNATTACHED_DISK("unattached-disk", false),
    /** A database on a machine that is far too large for it. */
    OVERSIZED_DATABASE("oversized-database", true),
    /** A snapshot of something that is long gone. */
    OLD_SNAPSHOT("old-snapshot", false);

    private final String label;
    private final boolean needed;

    WasteKind(String label, boolean needed) {
        this.label = label;
        this.needed = needed;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** Whether something smaller would do; else nothing at all would. */
    public boolean isNeeded() {
        return needed;
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(WasteKind::label).toList();
    }
}
