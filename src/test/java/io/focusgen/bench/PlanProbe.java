package io.focusgen.bench;

import java.util.Locale;

import io.focusgen.stream.PlannedExport;

/** Plans ten billion rows as the first thing a JVM does, and prints seconds: wall and CPU of the process meanwhile. */
public final class PlanProbe {

    private PlanProbe() {
    }

    /** The arguments are rows and seed. */
    public static void main(String... arguments) throws Exception {
        Request request = Request.hourly(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
        Cost cost = Cost.of(() -> PlannedExport.of(request.spec()).rows());
        System.out.printf(Locale.ROOT, "%.6f %.6f%n", cost.wallSeconds(), cost.cpuSeconds());
    }
}
