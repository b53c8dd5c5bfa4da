package io.focusgen.sink.s3;

import java.util.HashMap;
import java.util.Map;

import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.S3Server;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A bucket, behind a proxy, for a service under test; both are given to the test's fields of their types. */
public final class S3Resource implements QuarkusTestResourceLifecycleManager {

    private final S3Server server = new S3Server();
    private final FaultProxy proxy = new FaultProxy(server.port());

    @Override
    public Map<String, String> start() {
        Map<String, String> variables = new HashMap<>(S3Server.environment(proxy.port()));
        variables.put("focus.s3.bucket", S3Server.BUCKET);
        variables.put("S3_PREFIX", "exports/focus");
        variables.put("io.focusgen.sink.s3.GuardedS3Calls/Retry/delay", "10");
        variables.put("io.focusgen.sink.s3.GuardedS3Calls/Retry/jitter", "5");
        return variables;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, field -> field.getType() == S3Server.class);
        injector.injectIntoFields(proxy,
                field -> field.getType() == FaultProxy.class && !field.getName().equals("redisProxy"));
    }

    @Override
    public void stop() {
        proxy.close();
        server.close();
    }
}
