package io.focusgen.guard.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.focusgen.guard.Caller;
import io.focusgen.guard.LoginObserver;
import io.focusgen.guard.key.ApiKey;
import io.focusgen.guard.key.KeyRing;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;

/** Opens sessions and finds out whose they are. */
@Singleton
public class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(30);

    /** How often Redis is told again of a session that was ended while it did not answer. */
    private static final Duration FIRST_AGAIN = Duration.ofSeconds(1);
    private static final Duration LAST_AGAIN = Duration.ofSeconds(10);
    private static final int MOST_UNTOLD = 10_000;

    private final SecureRandom chance = new SecureRandom();
    private final EndedSessions ended = new EndedSessions();
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
        this(keys, config, replicas, shared, (Iterable<LoginObserver>) observers);
    }

    /** As the other one, without a container. */
    Sessions(KeyRing keys, SessionConfig config, int replicas, SharedEnds shared, Iterable<LoginObserver> observers) {
        this.shared = shared;
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

    /**
     * Whose it is; empty where it has expired, was ended, or its key is not good any more. While Redis does not answer, a
     * session is taken for ended only where this process has ended it or has heard of it before.
     *
     * @return at once where Redis is not needed for it, else on whatever thread; never fails
     */
    public Uni<Optional<Caller>> caller(Session session, Instant now) {
        if (!now.isBefore(session.expires()) || ended.contains(session)) {
            return Uni.createFrom().item(Optional.empty());
        }
        Optional<Caller> caller = keys.find(session.key(), now).filter(key -> key.name().equals(session.name()))
                .map(session::caller);
        if (caller.isEmpty() || !shared.configured()) {
            return Uni.createFrom().item(caller);
        }
        return Uni.createFrom().deferred(() -> shared.contains(session.id())).onFailure().recoverWithItem(failure -> {
            LOG.debugf("Redis does not say whether a session was ended (%s)", failure.getClass().getSimpleName());
            observers.forEach(LoginObserver::unchecked);
            return false;
        }).map(over -> {
            if (over) {
                ended.add(session, now);
            }
            return over ? Optional.empty() : caller;
        });
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
     * @return done when Redis knows or has not answered once; never fails
     */
    public Uni<Void> end(Session session, Instant now) {
        ended.add(session, now);
        if (!shared.configured()) {
            return Uni.createFrom().voidItem();
        }
        Duration left = Duration.between(now, session.expires());
        Duration rest = left.toSeconds() < 1 ? Duration.ofSeconds(1) : left;
        Uni<Void> tell = Uni.createFrom().deferred(() -> shared.add(session.id(), rest));
        return tell.onFailure().invoke(failure -> tellLater(tell, rest, failure)).onFailure().recoverWithNull();
    }

    private void tellLater(Uni<Void> tell, Duration rest, Throwable failure) {
        if (!untold.tryAcquire()) {
            LOG.errorf("A session was ended at this replica only: %d others wait for Redis already", MOST_UNTOLD);
            return;
        }
        LOG.warnf("A session was ended at this replica only, until Redis answers (%s)", failure);
        tell.onFailure().retry().withBackOff(FIRST_AGAIN, LAST_AGAIN).expireIn(rest.toMillis())
                .onTermination().invoke(untold::release)
                .subscribe().with(told -> LOG.info("Redis was told of an ended session"),
                        never -> LOG.warn("A session that was ended at this replica only would be over by now"));
    }
}
