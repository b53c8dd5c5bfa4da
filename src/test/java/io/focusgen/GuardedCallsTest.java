package io.focusgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.focusgen.http.monitoring.Breakers;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;

/** Who calls another machine does so behind a timeout and what else fits; what only computes has none of it. */
class GuardedCallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.focusgen");

    /** What sends something to another machine, and the one method of each that does. */
    private static final Set<String> CLIENTS = Set.of("io.vertx.mutiny.redis.client.Redis.send",
            "io.focusgen.redis.LuaScript.evaluate",
            "io.vertx.core.http.HttpClient.request", "software.amazon.awssdk.services.s3.S3AsyncClient.*");

    /** Behind GuardedS3Calls, making no call of a request, behind RedisLimiter, and a client itself. */
    private static final Set<String> BEHIND_A_GUARD = Set.of("io.focusgen.sink.s3.DirectS3Calls",
            "io.focusgen.sink.s3.S3Connection", "io.focusgen.limit.redis.RedisCounts", "io.focusgen.redis.LuaScript");

    private static final List<String> COMPUTING = List.of("focus", "catalog", "spec", "estate", "plan", "generate",
            "encode", "conform", "summary", "table", "pricelist", "truth", "preview", "stream", "bundle");

    private static boolean calls(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> CLIENTS.contains(call.getTargetOwner().getName() + "." + call.getName())
                        || CLIENTS.contains(call.getTargetOwner().getName() + ".*")
                                && !Set.of("close", "builder", "serviceClientConfiguration").contains(call.getName()));
    }

    private static Stream<JavaMethod> offered(JavaClass type) {
        return type.getMethods().stream().filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getRawReturnType().isEquivalentTo(Uni.class));
    }

    private static boolean has(JavaMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
        return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
    }

    @Test
    void whoCallsOutIsABeanWhoseMethodsAreGuarded() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (calls(type) && !BEHIND_A_GUARD.contains(type.getName())) {
                found.add(type.getName());
                assertThat(type.isAnnotatedWith(ApplicationScoped.class) || type.isAnnotatedWith(Singleton.class))
                        .as("%s is a bean", type).isTrue();
                assertThat(offered(type)).as("%s", type).isNotEmpty().allMatch(method -> has(method, Timeout.class))
                        .allMatch(method -> has(method, Bulkhead.class) || !asksRedis(type))
                        .allMatch(method -> has(method, CircuitBreaker.class) || has(method, Bulkhead.class));
                assertThat(type.getSimpleName().equals("RedisProbe") || !asksRedis(type)
                        || offered(type).allMatch(method -> has(method, CircuitBreaker.class)))
                        .as("%s, which does more than to look whether Redis is there, has breakers", type).isTrue();
            }
        }
        assertThat(found).contains("io.focusgen.job.redis.RedisScripts", "io.focusgen.guard.session.redis.RedisEnds",
                "io.focusgen.job.webhook.WebhookCalls",
                "io.focusgen.cache.redis.DocumentCalls", "io.focusgen.http.monitoring.RedisProbe");
        assertThat(offered(CLASSES.get("io.focusgen.sink.s3.S3Presence"))).hasSize(1)
                .allMatch(method -> has(method, Timeout.class) && has(method, Bulkhead.class));
        assertThat(offered(CLASSES.get("io.focusgen.limit.redis.RedisLimiter"))).hasSize(3)
                .allMatch(method -> has(method, Timeout.class) && has(method, CircuitBreaker.class)
                        && has(method, Bulkhead.class));
        assertThat(offered(CLASSES.get("io.focusgen.sink.s3.GuardedS3Calls"))).hasSizeGreaterThan(8)
                .allMatch(method -> has(method, Timeout.class) && has(method, CircuitBreaker.class)
                        && has(method, Bulkhead.class) && has(method, Retry.class));
    }

    private static boolean asksRedis(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().map(call -> call.getTargetOwner().getName())
                .anyMatch(owner -> owner.equals("io.vertx.mutiny.redis.client.Redis")
                        || owner.equals("io.focusgen.redis.LuaScript"));
    }

    /** Each bound by itself, and all of them together: who waits for a connection is never refused for what others wait for. */
    @Test
    void allCallsToRedisHaveRoomInTheLineOfItsClientAndThoseOnTopOpenNoBreaker() {
        int together = 0;
        List<JavaMethod> calls = CLASSES.stream()
                .filter(type -> type.getName().equals("io.focusgen.limit.redis.RedisLimiter") || calls(type)
                        && asksRedis(type) && !BEHIND_A_GUARD.contains(type.getName()))
                .flatMap(GuardedCallsTest::offered).toList();
        assertThat(calls).hasSize(11);
        for (JavaMethod call : calls) {
            together += call.getAnnotationOfType(Bulkhead.class).value();
            if (call.isAnnotatedWith(CircuitBreaker.class)) {
                assertThat(call.getAnnotationOfType(CircuitBreaker.class).skipOn()).as(call.getFullName())
                        .containsExactlyInAnyOrder(BulkheadException.class, ConnectionPoolTooBusyException.class);
            }
        }
        assertThat(together).as("MAX_CONNECTIONS, unless set").isBetween(1000, 4096);
    }

    @Test
    void everyRetryWaitsForAnotherTime() {
        for (JavaClass type : CLASSES) {
            for (JavaMethod method : type.getMethods()) {
                if (has(method, Retry.class)) {
                    Retry retry = method.isAnnotatedWith(Retry.class)
                            ? method.getAnnotationOfType(Retry.class)
                            : type.getAnnotationOfType(Retry.class);
                    assertThat(retry.jitter()).as("%s", method.getFullName()).isPositive();
                    assertThat(retry.maxRetries()).as("%s", method.getFullName()).isBetween(1, 10);
                }
            }
        }
    }

    @Test
    void everyBreakerHasANameThatIsWatched() {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            offered(type).filter(method -> has(method, CircuitBreaker.class)).forEach(method -> {
                assertThat(method.isAnnotatedWith(CircuitBreakerName.class)).as("%s", method.getFullName()).isTrue();
                names.add(method.getAnnotationOfType(CircuitBreakerName.class).value());
            });
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(Breakers.ALL);
    }

    @Test
    void whatOnlyComputesIsNeverTriedAgainOrCutOff() {
        for (JavaClass type : CLASSES) {
            String name = type.getPackageName().replaceFirst("^io\\.focusgen\\.?", "").replaceFirst("\\..*", "");
            if (COMPUTING.contains(name)) {
                assertThat(type.getDirectDependenciesFromSelf())
                        .noneMatch(dependency -> dependency.getTargetClass().getPackageName()
                                .startsWith("org.eclipse.microprofile.faulttolerance")
                                || dependency.getTargetClass().getPackageName()
                                        .startsWith("io.smallrye.faulttolerance"));
            }
        }
    }

    @Test
    void beansAreLookedForInTheRightPlace() {
        assertThat(CLASSES.stream().filter(type -> type.isAnnotatedWith(Singleton.class))).hasSizeGreaterThan(10);
    }
}
