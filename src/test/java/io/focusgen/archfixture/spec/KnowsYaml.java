package io.focusgen.archfixture.spec;

import org.snakeyaml.engine.v2.api.LoadSettings;

/** Uses the library of the package below. */
public final class KnowsYaml {
    public final LoadSettings settings = LoadSettings.builder().build();
}
