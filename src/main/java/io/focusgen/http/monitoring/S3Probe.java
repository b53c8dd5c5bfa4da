package io.focusgen.http.monitoring;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.focusgen.sink.s3.S3Presence;
import io.smallrye.mutiny.Uni;

/** Asks S3 for the head of an object that need not be there. */
@Singleton
class S3Probe implements Probe {

    private final Instance<S3Presence> presence;

    /** @param presence asked for only with the first probe: without a bucket there is no breaker that opens */
    S3Probe(Instance<S3Presence> presence) {
        this.presence = presence;
    }

    @Override
    public String behind() {
        return "s3";
    }

    @Override
    public Uni<Void> ask() {
        return Uni.createFrom().deferred(() -> presence.get().ask());
    }
}
