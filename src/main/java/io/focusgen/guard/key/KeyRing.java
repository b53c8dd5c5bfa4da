package io.focusgen.guard.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * The keys that are good at the moment: those of API_KEYS, and those of the file API_KEYS_FILE, which may change while the
 * service runs. A file that cannot be read or understood changes nothing: the keys read before stay, and the log says so once. Who
 * writes a file in place makes it empty first: one that became shorter or has lost keys is believed once two looks have seen
 * the same.
 */
@Singleton
public class KeyRing {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private static final int MOST_BYTES = 1 << 20;
    private static final Duration LEAST_RELOAD = Duration.ofSeconds(1);
    private static final Duration MOST_RELOAD = Duration.ofHours(1);

    private final Vertx vertx;
    private final ApiKeys fixed;
    private final @Nullable Path file;
    private final long timer;
    private volatile ApiKeys all;

    /** What is in force; only touched on the one event loop that the timer belongs to after the start, like what follows. */
    private String good = "";
    /** What the last look saw, whether it could be used or not. */
    private String seen = "";
    private boolean complained;

    /**
     * Reads all keys.
     *
     * @throws ConfigurationException with a sentence that shows no key
     */
    KeyRing(Vertx vertx, KeyConfig config) {
        this.vertx = vertx;
        Duration reload = config.reload();
        if (reload.compareTo(LEAST_RELOAD) < 0 || reload.compareTo(MOST_RELOAD) > 0) {
            throw new ConfigurationException("FOCUS_KEYS_RELOAD=" + reload
                    + " is out of range. Set it to a duration from 1s to 1h.");
        }
        fixed = parse("API_KEYS", config.list().orElse(""));
        file = config.file().orElse(null);
        if (config.list().isPresent() && fixed.size() == 0) {
            throw new ConfigurationException(
                    "API_KEYS has no key. Leave it out, or put a line of the verb key into it.");
        }
        all = file == null ? fixed : first(file);
        timer = file == null ? -1 : vertx.setPeriodic(reload.toMillis(), tick -> look(file));
    }

    @PreDestroy
    void stop() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
    }

    /** Whether keys are what lets callers in, even where none is left at the moment. */
    public boolean configured() {
        return file != null || fixed.size() > 0;
    }

    /** The key of this fingerprint, if it has not expired. */
    public Optional<ApiKey> find(Fingerprint fingerprint, Instant now) {
        return all.find(fingerprint).filter(key -> !key.expired(now));
    }

    /** Whether there is a key of this fingerprint that has expired. */
    public boolean expired(Fingerprint fingerprint, Instant now) {
        return all.find(fingerprint).filter(key -> key.expired(now)).isPresent();
    }

    private static ApiKeys parse(String source, String text) {
        try {
            return ApiKeys.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(source + " cannot be read: " + wrong.getMessage() + ".");
        }
    }

    private ApiKeys first(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            seen = new String(in.readNBytes(MOST_BYTES + 1), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ConfigurationException("API_KEYS_FILE=" + path
                    + " cannot be read. Set it to a file with a line for each key, readable by this service.");
        }
        try {
            ApiKeys read = understood(seen);
            good = seen;
            if (read.size() == 0) {
                throw new ConfigurationException("There is no key in API_KEYS_FILE=" + path
                        + ". Put a line of the verb key into it.");
            }
            return read;
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException("API_KEYS_FILE=" + path + " cannot be used: " + wrong.getMessage() + ".");
        }
    }

    private ApiKeys understood(String text) {
        if (text.length() > MOST_BYTES) {
            throw new IllegalArgumentException("it has more than " + MOST_BYTES + " bytes");
        }
        return ApiKeys.parse(text).and(fixed);
    }

    /** Looks at the file, as the timer does each time. @return fails where it cannot be read */
    Future<Buffer> look(Path path) {
        return vertx.fileSystem().props(path.toString())
                .compose(found -> found.size() > MOST_BYTES
                        ? Future.failedFuture("it has more than " + MOST_BYTES + " bytes")
                        : vertx.fileSystem().readFile(path.toString()))
                .onSuccess(text -> changed(path, text))
                .onFailure(unreadable -> complain(path, String.valueOf(unreadable.getMessage())));
    }

    private void changed(Path path, Buffer content) {
        String text = content.toString(StandardCharsets.UTF_8);
        boolean again = text.equals(seen);
        seen = text;
        if (text.equals(good)) {
            if (complained) {
                complained = false;
                LOG.info("API_KEYS_FILE can be used again, and is as it was");
            }
            return;
        }
        try {
            ApiKeys read = understood(text);
            if (again || text.length() >= good.length() && all.areAllIn(read)) {
                all = read;
                good = text;
                complained = false;
                LOG.infof("API_KEYS_FILE has changed: there are %d keys now", read.size());
            }
        } catch (IllegalArgumentException wrong) {
            complained &= again;
            complain(path, String.valueOf(wrong.getMessage()));
        }
    }

    private void complain(Path path, String why) {
        if (!complained) {
            complained = true;
            LOG.errorf("API_KEYS_FILE=%s cannot be used any more, so that the keys read before stay: %s", path, why);
        }
    }
}
