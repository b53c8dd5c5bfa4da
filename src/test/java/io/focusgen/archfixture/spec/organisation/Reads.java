package io.focusgen.archfixture.spec.organisation;

import org.snakeyaml.engine.v2.api.LoadSettings;

/** May use it. */
public final class Reads {
    public final LoadSettings settings = LoadSettings.builder().build();
}
