package io.focusgen.http;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.focusgen.cache.Caches;
import io.focusgen.cache.Memo;
import io.focusgen.cache.Region;
import io.focusgen.http.streaming.Planning;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.stream.Export;
import io.focusgen.stream.ExportOpener;

/**
 * Opens data sets, and keeps those that may be asked for again: a plan serves every format and any number of streams at
 * once. One whose seed was drawn by chance is opened for itself.
 */
@Singleton
class Plans {

    private final ExportOpener opener;
    private final Memo<Export> memo;

    Plans(ExportOpener opener, Caches caches) {
        this.opener = opener;
        memo = caches.memo(Region.PLANS, Export::heapBytes);
    }

    /** The data set of this tag, if it is there already. */
    Optional<Export> known(String tag) {
        return memo.known(tag);
    }

    /** The data set of a request. @param tag of the request, which tells it from any other */
    Planning<Export> of(ResolvedSpec resolved, String tag) {
        Planning<Export> opened = Planning.of(() -> opener.open(resolved.spec()));
        return resolved.seedFromChance()
                ? opened
                : planners -> memo.get(tag, () -> false, abandoned -> opened.begin(planners));
    }
}
