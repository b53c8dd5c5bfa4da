package io.focusgen.archfixture.http;

import java.util.concurrent.CompletionStage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Blocks whoever calls it. */
public final class Waits {

    String await(Uni<String> later) {
        return later.await().indefinitely();
    }

    Iterable<String> iterable(Multi<String> items) {
        return items.subscribe().asIterable();
    }

    CompletionStage<String> fine(Uni<String> later) {
        return later.subscribeAsCompletionStage();
    }
}
