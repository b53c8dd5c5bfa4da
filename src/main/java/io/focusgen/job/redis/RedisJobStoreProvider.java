package io.focusgen.job.redis;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.focusgen.job.JobConfig;
import io.focusgen.job.JobSettings;
import io.focusgen.job.JobStoreProvider;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;

/** Offers Redis where {@code REDIS_URL} names it. */
@ApplicationScoped
public class RedisJobStoreProvider implements JobStoreProvider {

    private static final List<String> SCHEMES = List.of("redis://", "rediss://", "unix://");

    private final RedisConfig config;
    private final JobConfig jobs;
    private final RedisScripts scripts;

    /** Asks nobody yet. */
    @Inject
    public RedisJobStoreProvider(RedisConfig config, JobConfig jobs, RedisScripts scripts) {
        this.config = config;
        this.jobs = jobs;
        this.scripts = scripts;
    }

    /** An address that is none stops the start. */
    void check(@Observes StartupEvent start) {
        String url = config.url().orElse("").toLowerCase(Locale.ROOT);
        if (configured() && SCHEMES.stream().noneMatch(url::startsWith)) {
            // The address is not shown: a password may be in it.
            throw new ConfigurationException("REDIS_URL is not an address of Redis. Set it to one such as"
                    + " redis://user:password@host:6379/0, with TLS rediss://, or unix:///path; or leave it out.");
        }
    }

    @Override
    public int rank() {
        return 1;
    }

    @Override
    public boolean configured() {
        return config.url().filter(url -> !url.isBlank()).isPresent();
    }

    @Override
    public boolean shared() {
        return true;
    }

    /** Does not wait for Redis: each call of the store tells whether it is there. */
    @Override
    public Uni<RedisJobStore> open() {
        return Uni.createFrom().item(() -> new RedisJobStore(scripts,
                JobSettings.of(jobs, Runtime.getRuntime().availableProcessors())));
    }
}
