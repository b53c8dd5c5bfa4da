package io.focusgen.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.focusgen.stream.ExportOpener;

/** Connects the service to what plans and generates. */
@ApplicationScoped
public class Engine {

    @Produces
    @Singleton
    ExportOpener opener() {
        // ENGINE: the one line that names the planner.
        return spec -> {
            throw new IllegalStateException("engine not wired");
        };
    }
}
