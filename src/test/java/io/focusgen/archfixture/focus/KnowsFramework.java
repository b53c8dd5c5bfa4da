package io.focusgen.archfixture.focus;

import io.smallrye.mutiny.Uni;

/** A reactive type in the core. */
public final class KnowsFramework {
    public final Uni<String> name = Uni.createFrom().item("name");
}
