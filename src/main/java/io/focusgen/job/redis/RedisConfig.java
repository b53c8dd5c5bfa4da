package io.focusgen.job.redis;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where Redis is. */
@ConfigMapping(prefix = "focus.redis")
public interface RedisConfig {

    /** E.g. {@code redis://user:password@host:6379/0}, {@code rediss://…} with TLS; several addresses of a cluster, separated by commas. */
    Optional<String> url();
}
