package io.focusgen.guard.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import io.smallrye.mutiny.Uni;

/**
 * Asks Redis which sessions were ended: once for all who want to know it of one at the same time, and again when a second has passed
 * since it said no. A yes is remembered, however late it comes. Thread-safe.
 */
final class EndQuestions {

    private static final Logger LOG = Logger.getLogger(EndQuestions.class);

    /** How long a no is good: so much later than at the first a session may be over at another replica. */
    static final Duration NO_IS_GOOD_FOR = Duration.ofSeconds(1);

    /** Answers kept and questions under way, about 3 MB. */
    private static final int MOST = 10_000;

    private final AsyncCache<String, Boolean> answers;
    private final SharedEnds shared;
    private final EndedSessions ended;
    /** Questions without an answer since the last one that had one. */
    private final AtomicLong unanswered = new AtomicLong();

    /** @param ended where sessions go of which Redis says that they were ended */
    EndQuestions(SharedEnds shared, EndedSessions ended, Ticker ticker) {
        this.shared = shared;
        this.ended = ended;
        this.answers = Caffeine.newBuilder().expireAfterWrite(NO_IS_GOOD_FOR).maximumSize(MOST).ticker(ticker)
                .executor(Runnable::run).buildAsync();
    }

    /**
     * Whether any replica has ended this session.
     *
     * @param patience how long whoever asks waits for it; the question goes on
     * @return on whatever thread; fails where Redis does not answer, or not soon enough
     */
    Uni<Boolean> over(Session session, Duration patience) {
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<Boolean> answer = answers.get(session.id(), (id, executor) -> ask(session));
            // A copy: who has waited long enough must not end the question for the others.
            return Uni.createFrom().completionStage(answer.copy());
        }).ifNoItem().after(patience).fail().onItem().ifNull()
                .failWith(() -> new IllegalStateException("Redis does not say whether a session was ended"));
    }

    /** What fails is null: it is not kept. */
    private CompletableFuture<Boolean> ask(Session session) {
        return Uni.createFrom().deferred(() -> shared.contains(session.id())).invoke(over -> {
            answered();
            if (over) {
                ended.add(session, Instant.now());
            }
        }).onFailure().invoke(this::failed).onFailure().recoverWithNull().subscribeAsCompletionStage();
    }

    private void failed(Throwable failure) {
        if (unanswered.getAndIncrement() == 0) {
            LOG.warnf(
                    "Redis does not say which sessions were ended (%s); until it does, cookies are let in whose end is not"
                            + " known here",
                    failure);
        }
    }

    private void answered() {
        long calls = unanswered.getAndSet(0);
        if (calls > 0) {
            LOG.infof("Redis says again which sessions were ended, after %d questions without an answer", calls);
        }
    }
}
