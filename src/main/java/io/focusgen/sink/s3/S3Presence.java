package io.focusgen.sink.s3;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

import io.smallrye.mutiny.Uni;

/** Whether the bucket answers, asked past what guards the calls of the service. */
@Singleton
public class S3Presence {

    private static final int PATIENCE_MILLIS = 3_000;

    /** No file of the service has this name; that there is none is an answer. */
    private static final String NAME = "presence";

    private final S3Calls calls;

    /** @param connection opened when the first call is made */
    S3Presence(S3Connection connection) {
        calls = connection.calls();
    }

    /** One call for the head of an object, at most three seconds. Done where it was answered, with a refusal too; else it fails. */
    @Timeout(PATIENCE_MILLIS)
    @Bulkhead(1)
    public Uni<Void> ask() {
        return calls.head(NAME).replaceWithVoid()
                .onFailure(S3Refused.class).recoverWithNull();
    }
}
