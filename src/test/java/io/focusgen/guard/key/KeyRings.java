package io.focusgen.guard.key;

import io.vertx.core.Vertx;

/** Makes what elsewhere the container makes. */
public final class KeyRings {

    private KeyRings() {
    }

    public static KeyRing of(Vertx vertx, KeyConfig config) {
        return new KeyRing(vertx, config);
    }
}
