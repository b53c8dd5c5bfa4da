package io.focusgen.job.redis;

import java.util.HashMap;
import java.util.Map;

import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.RedisServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A Redis with a proxy in front of it, which the service is told of. Tests have both injected as static fields. */
public final class RedisResource implements QuarkusTestResourceLifecycleManager {

    /** Argument: the number of replicas; 2 where it is not given. */
    public static final String REPLICAS = "replicas";

    /** Argument: whether nothing gets through when the service starts. */
    public static final String DOWN = "down";

    private final RedisServer redis = new RedisServer();
    private final FaultProxy proxy = new FaultProxy(redis.port());

    private String replicas = "2";

    @Override
    public void init(Map<String, String> arguments) {
        replicas = arguments.getOrDefault(REPLICAS, replicas);
        if (Boolean.parseBoolean(arguments.get(DOWN))) {
            proxy.closePort();
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        config.put("REDIS_URL", RedisServer.url(proxy.port()));
        // Several replicas without S3: the service itself takes no job, so that those of the tests are left alone.
        config.put("focus.replicas", replicas);
        // A connection at a time: the one that a test breaks is the one that is used.
        config.put("quarkus.redis.max-pool-size", "1");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(redis, new TestInjector.MatchesType(RedisServer.class));
        injector.injectIntoFields(proxy,
                field -> field.getType() == FaultProxy.class && !field.getName().equals("s3Proxy"));
    }

    @Override
    public void stop() {
        proxy.close();
        redis.close();
    }
}
