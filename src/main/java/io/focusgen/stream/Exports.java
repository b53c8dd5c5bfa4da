package io.focusgen.stream;

/** What opens data sets. */
public final class Exports {

    private Exports() {
    }

    /** The engine: plan, generators and encoder. */
    public static ExportOpener opener() {
        return PlannedExport::of;
    }
}
