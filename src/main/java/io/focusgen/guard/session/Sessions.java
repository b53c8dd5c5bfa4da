package io.focusgen.guard.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.focusgen.guard.Caller;
import io.focusgen.guard.LoginObserver;
import io.focusgen.guard.key.ApiKey;
import io.focusgen.guard.key.KeyRing;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Opens sessions and finds out whose they are. */
@Singleton
public class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(30);

    /** How long a request waits for Redis. */
    private static final Duration PATIENCE = Duration.ofMillis(75);

    /** How often Redis is told again of a session that was ended while it did not answer, before that is left to the turns of all. */
    private static final Duration FIRST_AGAIN = Duration.ofSeconds(1);
    private static final Duration LAST_AGAIN = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int MOST_UNTOLD = 10_000;

    /** How often Redis is told of sessions that are known here to be ended, should it have lost them; 50 calls a second at most. */
    private static final long TURN_MILLIS = 10_000;
    private static final int MOST_IN_A_TURN = 500;
    private static final int AT_ONCE = 4;

    private final SecureRandom chance = new SecureRandom();
    private final EndedSessions ended = new EndedSessions();
    private final EndQuestions questions;
    /** Room for ends that Redis has not been told of. */
    private final Semaphore untold = new Semaphore(MOST_UNTOLD);
    private final SharedEnds shared;
    private final Iterable<LoginObserver> observers;
    private final KeyRing keys;
    private final Duration maxAge;
    private final SessionSigner signer;

    /** @throws ConfigurationException with a sentence that shows no secret */
    @Inject
    Sessions(KeyRing keys, SessionConfig config, @ConfigProperty(name = "focus.replicas") int replicas,
            SharedEnds shared, @Any Instance<LoginObserver> observers) {
        this(keys, config, replicas, shared, observers, Ticker.systemTicker());
    }

    /** As the other one, without a container. @param ticker by which answers of Redis become old */
    Sessions(KeyRing keys, SessionConfig config, int replicas, SharedEnds shared, Iterable<LoginObserver> observers,
            Ticker ticker) {
        this.shared = shared;
        this.questions = new EndQuestions(shared, ended, ticker);
        this.observers = observers;
        this.keys = keys;
        this.maxAge = config.maxAge();
        if (maxAge.compareTo(LEAST) < 0 || maxAge.compareTo(MOST) > 0) {
            throw new ConfigurationException(
                    "SESSION_MAX_AGE=" + maxAge + " is out of range. Set it to a duration from 1m to 30d.");
        }
        if (keys.configured() && config.secretKey().isEmpty()) {
            if (replicas > 1) {
                throw new ConfigurationException("With REPLICAS=" + replicas + " and API keys, SECRET_KEY is needed:"
                        + " a session of one replica is good at another. Set it to at least " + SECRET_BYTES
                        + " bytes, the same for all.");
            }
            LOG.info("SECRET_KEY is not set: sessions end when this process does.");
        }
        byte[] secret = config.secretKey().map(given -> checked("SECRET_KEY", given)).orElseGet(this::random);
        signer = new SessionSigner(secret,
                config.csrfSecretKey().map(given -> checked("CSRF_SECRET_KEY", given)).orElse(secret));
    }

    private static byte[] checked(String name, String given) {
        byte[] secret = given.getBytes(UTF_8);
        if (secret.length < SECRET_BYTES) {
            throw new ConfigurationException(
                    name + " has " + secret.length + " bytes. Set it to at least " + SECRET_BYTES + " random ones.");
        }
        return secret;
    }

    private byte[] random() {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        return secret;
    }

    /** A new session of whoever has this key; it ends with the key, if that is earlier. */
    public Session open(ApiKey key, Instant now) {
        byte[] id = new byte[ID_BYTES];
        chance.nextBytes(id);
        Instant longest = now.plus(maxAge);
        Instant expires = key.expires().filter(longest::isAfter).orElse(longest);
        return new Session(Base64.getUrlEncoder().withoutPadding().encodeToString(id), key.name(), key.fingerprint(),
                key.scopes(), expires.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The value of its cookie. */
    public String cookie(Session session) {
        return signer.sign(session);
    }

    /** The session of a cookie; empty where nobody here has signed it. It may be over: {@link #caller} knows. */
    public Optional<Session> read(String cookie) {
        return signer.read(cookie);
    }

    void begin(@Observes StartupEvent start, Vertx vertx) {
        if (shared.configured()) {
            vertx.setPeriodic(TURN_MILLIS, timer -> tellAgain(Instant.now()).subscribe().with(
                    told -> LOG.debugf("Redis was told of %d ended sessions again", told),
                    failure -> LOG.debugf("Redis was not told of ended sessions again: %s", failure)));
        }
    }

    /**
     * Whose it is; empty where it has expired, was ended, or its key is not good any more. While Redis does not answer, a
     * session is taken for ended only where this process has ended it or has heard of it before.
     *
     * @param unanswered run before the result comes, where Redis did not answer or not within 75 ms
     * @return at once where Redis is not needed for it, else on whatever thread; never fails
     */
    public Uni<Optional<Caller>> caller(Session session, Instant now, Runnable unanswered) {
        if (!now.isBefore(session.expires()) || ended.contains(session)) {
            return Uni.createFrom().item(Optional.empty());
        }
        Optional<Caller> caller = keys.find(session.key(), now).filter(key -> key.name().equals(session.name()))
                .map(session::caller);
        if (caller.isEmpty() || !shared.configured()) {
            return Uni.createFrom().item(caller);
        }
        return questions.over(session, PATIENCE).onFailure().recoverWithItem(failure -> {
            unanswered.run();
            observers.forEach(LoginObserver::unchecked);
            return false;
        }).map(over -> over ? Optional.empty() : caller);
    }

    /** The token that requests of this session carry twice when they change something. */
    public String token(Session session) {
        return signer.token(session);
    }

    /** Whether this is its token. Takes the same time wherever two differ. */
    public boolean isToken(Session session, String given) {
        return SessionSigner.same(signer.token(session), given);
    }

    /**
     * Ends it: in this process at once, and at all replicas where Redis is configured. One that does not answer is told again
     * and again until the session would have expired; without Redis a session ends elsewhere when it expires or its key is
     * taken back.
     *
     * @param wait whether to wait for Redis, for 75 ms at most
     * @return done when Redis knows, has failed once, or nobody waits any more; never fails
     */
    public Uni<Void> end(Session session, Instant now, boolean wait) {
        ended.add(session, now);
        if (!shared.configured()) {
            return Uni.createFrom().voidItem();
        }
        Duration rest = rest(session.expires(), now);
        Uni<Void> tell = Uni.createFrom().deferred(() -> shared.add(session.id(), rest));
        // It goes on though nobody waits: an answer that comes late is one.
        CompletableFuture<Void> told = tell.onFailure().invoke(failure -> tellLater(tell, rest, failure))
                .onFailure().recoverWithNull().subscribeAsCompletionStage();
        return wait
                ? Uni.createFrom().completionStage(told.copy()).ifNoItem().after(PATIENCE).fail().onFailure()
                        .recoverWithNull()
                : Uni.createFrom().voidItem();
    }

    private static Duration rest(Instant expires, Instant now) {
        Duration left = Duration.between(now, expires);
        return left.toSeconds() < 1 ? Duration.ofSeconds(1) : left;
    }

    private void tellLater(Uni<Void> tell, Duration rest, Throwable failure) {
        if (!untold.tryAcquire()) {
            LOG.errorf(
                    "A session was ended at this replica only, and Redis is told when its turn comes: %d others wait already",
                    MOST_UNTOLD);
            return;
        }
        LOG.warnf("A session was ended at this replica only, until Redis answers (%s)", failure);
        long soon = Math.min(rest.toMillis(), SOON.toMillis());
        tell.onFailure().retry().withBackOff(FIRST_AGAIN, LAST_AGAIN).expireIn(soon)
                .onTermination().invoke(untold::release)
                .subscribe().with(told -> LOG.info("Redis was told of an ended session"),
                        not -> LOG.warnf(
                                "Redis was not told of an ended session within %d s; it is when its turn comes",
                                soon / 1_000));
    }

    /**
     * Tells Redis of sessions that are known here to be ended, some each time: it may have lost its keys.
     *
     * @return how many it was told of; fails where it has not answered once
     */
    Uni<Integer> tellAgain(Instant now) {
        List<Map.Entry<String, Instant>> turn = ended.next(MOST_IN_A_TURN, now);
        return Multi.createFrom().iterable(turn).onItem()
                .transformToUni(each -> shared.add(each.getKey(), rest(each.getValue(), now))).merge(AT_ONCE)
                .onItem().ignoreAsUni().replaceWith(turn.size());
    }
}
