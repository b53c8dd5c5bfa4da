package io.focusgen.job.redis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.focusgen.job.JobConfig;
import io.focusgen.job.JobSettings;
import io.focusgen.job.JobStoreProvider;
import io.focusgen.redis.RedisAddresses;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;

/** Offers Redis where {@code REDIS_URL} names it. */
@ApplicationScoped
public class RedisJobStoreProvider implements JobStoreProvider {

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
        config.url().filter(url -> !url.isBlank()).flatMap(RedisAddresses::refusal).ifPresent(sentence -> {
            throw new ConfigurationException(sentence);
        });
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
                JobSettings.of(jobs)));
    }
}
