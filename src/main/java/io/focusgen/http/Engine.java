package io.focusgen.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.focusgen.stream.ExportOpener;
import io.focusgen.stream.Exports;

/** Connects the service to what plans and generates; tests put another engine in its place. */
@ApplicationScoped
public class Engine {

    @Produces
    @Singleton
    ExportOpener opener() {
        return Exports.opener();
    }
}
