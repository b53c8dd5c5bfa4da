package io.focusgen.redis;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;

/**
 * Looks at the addresses of Redis before anybody converts them or connects to them: both show in their messages what they do
 * not understand, with the password in it.
 */
public final class RedisAddressCheck implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    private static final String HOSTS = "quarkus.redis.hosts";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        // While the application is built, the value still is the expression that names the variable.
        if (name.equals(HOSTS) && Expressions.isEnabled() && value != null && value.getValue() != null
                && !value.getValue().isBlank()) {
            RedisAddresses.refusal(value.getValue()).ifPresent(sentence -> {
                throw new ConfigurationException(sentence);
            });
        }
        return value;
    }
}
