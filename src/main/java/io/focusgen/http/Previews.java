package io.focusgen.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import jakarta.inject.Singleton;

import io.focusgen.cache.Caches;
import io.focusgen.cache.Memo;
import io.focusgen.cache.Region;
import io.focusgen.cache.SharedDocuments;
import io.focusgen.http.streaming.Planning;
import io.focusgen.preview.Preview;
import io.focusgen.spec.CanonicalUrl;
import io.focusgen.spec.PreviewSpec;

/**
 * Makes previews, and keeps those that may be asked for again: here and, where replicas share documents, for all of them. One
 * whose seed was drawn by chance is made for itself.
 */
@Singleton
class Previews {

    private final Memo<byte[]> memo;
    private final SharedDocuments shared;

    Previews(Caches caches, SharedDocuments shared) {
        this.shared = shared;
        memo = caches.memo(Region.PREVIEWS, document -> document.length);
    }

    /**
     * The document of a preview, ASCII.
     *
     * @param tag of the request, which tells it from any other
     * @param gone whether the client has gone; where all who wait for it have, a CancellationException ends the work
     */
    Planning<byte[]> document(PreviewSpec spec, String tag, BooleanSupplier gone) {
        return spec.dataset().seedFromChance()
                ? made(spec, gone)
                : planners -> memo.get(tag, gone, abandoned -> sharedOrMade(spec, tag, abandoned, planners));
    }

    private CompletionStage<byte[]> sharedOrMade(PreviewSpec spec, String tag, BooleanSupplier abandoned,
            Executor planners) {
        CompletableFuture<byte[]> result = new CompletableFuture<>();
        shared.find(tag).subscribe().with(found -> found.ifPresentOrElse(result::complete,
                () -> make(spec, tag, abandoned, planners, result)), result::completeExceptionally);
        return result;
    }

    private void make(PreviewSpec spec, String tag, BooleanSupplier abandoned, Executor planners,
            CompletableFuture<byte[]> result) {
        made(spec, abandoned).begin(planners).whenComplete((document, failure) -> {
            if (failure == null) {
                // For others: nobody here waits for it, and it never fails.
                shared.keep(tag, document).subscribe().with(done -> result.complete(document),
                        result::completeExceptionally);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    private static Planning<byte[]> made(PreviewSpec spec, BooleanSupplier cancelled) {
        return Planning.of(() -> Preview.of(spec)
                .document(CanonicalUrl.of(Preview.PATH, spec.canonical().query()), cancelled)
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether the document of this tag is there already. */
    boolean has(String tag) {
        return memo.known(tag).isPresent();
    }

    /** Plans a preview and makes nothing of it, unless it is known that this can be done. */
    Planning<Optional<Preview>> checked(PreviewSpec spec, String tag) {
        return planners -> has(tag)
                ? CompletableFuture.completedFuture(Optional.empty())
                : Planning.of(() -> Optional.of(Preview.of(spec))).begin(planners);
    }
}
