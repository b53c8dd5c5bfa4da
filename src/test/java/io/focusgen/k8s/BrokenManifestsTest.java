package io.focusgen.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule can fail, and says so and nothing else: one thing is broken in an installation in which nothing is wrong. */
class BrokenManifestsTest {

    private static final Object[] CONTAINER = {"spec", "template", "spec", "containers", 0};
    private static final Object[] POD = {"spec", "template", "spec"};
    private static final String SEVERAL = " \\+ ";
    private static final Installation RIGHT = Installations.everything();

    /**
     * A mistake.
     *
     * @param rule that has to notice it; with " + " between them, several
     */
    record Mistake(String rule, String what, Consumer<Installation> change) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Object[] path(Object[] first, Object... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray();
    }

    private static Mistake set(String rule, String kind, String name, Object value, Object... path) {
        return new Mistake(rule, kind + " " + name + ": " + List.of(path) + " is " + value,
                installation -> installation.get(kind, name).set(value, path));
    }

    private static Mistake deployment(String rule, Object value, Object... path) {
        return set(rule, "Deployment", "focus-generator", value, path);
    }

    private static Mistake container(String rule, Object value, Object... path) {
        return deployment(rule, value, path(CONTAINER, path));
    }

    private static Mistake pod(String rule, Object value, Object... path) {
        return deployment(rule, value, path(POD, path));
    }

    private static Mistake job(String rule, Object value, Object... path) {
        return new Mistake(rule, "Job: " + List.of(path) + " is " + value,
                installation -> installation.get("Job").set(value, path));
    }

    private static Mistake removed(String rule, String kind, String name, Object... path) {
        return new Mistake(rule, kind + " " + name + ": no " + List.of(path), installation -> {
            if (path.length == 0) {
                installation.objects().remove(installation.get(kind, name));
            } else {
                installation.get(kind, name).set(null, path);
            }
        });
    }

    private static Mistake setting(String rule, String name, String value) {
        return new Mistake(rule, name + "=" + value, installation -> installation.all("ConfigMap")
                .filter(map -> map.has("data", "REPLICAS")).forEach(map -> map.set(value, "data", name)));
    }

    private static Mistake scaledBy(String metric, String average) {
        return set("scales by streams that a Pod has slots for", "HorizontalPodAutoscaler", "focus-generator",
                Map.of("type", "Pods", "pods", Map.of("metric", Map.of("name", metric), "target",
                        Map.of("type", "AverageValue", "averageValue", average))),
                "spec", "metrics", 2);
    }

    private static List<Mistake> shapes() {
        String us = "focus-generator";
        return List.of(
                container("shape", Map.of(), "livenessProb"), container("shape", "lots", "ports"),
                container("shape", "1Gi", "resources", "limit"),
                removed("shape", "Deployment", us, "spec", "selector"),
                removed("shape", "Service", us, "apiVersion"),
                deployment("shape", "extensions/v1beta1", "apiVersion"),
                set("shape", "HorizontalPodAutoscaler", us, "ten", "spec", "maxReplicas"),
                set("shape", "PodDisruptionBudget", us, true, "spec", "minUnavailable"),
                set("shape", "HTTPRoute", us, 30, "spec", "rules", 0, "timeouts", "request"),
                set("shape", "HTTPRoute", us, "Regex", "spec", "rules", 0, "matches", 0, "path", "type"),
                set("shape", "ServiceMonitor", us, "15", "spec", "endpoints", 0, "interval"),
                set("shape", "ServiceMonitor", us, Map.of(), "spec", "namespace"),
                removed("shape", "HTTPRoute", us, "spec", "parentRefs"),
                job("shape", 3, "spec", "backoffLimitPerIndx"));
    }

    private static List<Mistake> pods() {
        return List.of(pod("runs as somebody else than root", 0, "securityContext", "runAsUser"),
                container("runs as somebody else than root", false, "securityContext", "runAsNonRoot"),
                pod("has the seccomp profile of the runtime", "Unconfined", "securityContext", "seccompProfile",
                        "type"),
                container("may not become more", true, "securityContext", "allowPrivilegeEscalation"),
                container("may not become more", true, "securityContext", "privileged"),
                container("has no capability", List.of("NET_ADMIN"), "securityContext", "capabilities", "add"),
                container("has no capability", List.of("NET_RAW"), "securityContext", "capabilities", "drop"),
                container("writes only to volumes", false, "securityContext", "readOnlyRootFilesystem"),
                pod("has nothing of its node", true, "hostNetwork"),
                container("has nothing of its node", 8080, "ports", 0, "hostPort"),
                pod("has volumes of allowed types", Map.of("name", "data", "hostPath", Map.of("path", "/")), "volumes",
                        0),
                pod("has bounded empty folders", new LinkedHashMap<>(), "volumes", 0, "emptyDir"),
                pod("has no token of the API", true, "automountServiceAccountToken"),
                pod("has no variables of services", true, "enableServiceLinks"),
                container("has as much memory as it asks for", "2Gi", "resources", "limits", "memory"),
                container("asks for CPU and may have more", "1", "resources", "limits", "cpu"),
                set("has an image of a version", "StatefulSet", "redis", "redis:latest", path(CONTAINER, "image")),
                container("is the version of this project", "x/focus-generator:0.0.9", "image"),
                container("knows its cores", "-Xmx1g -XX:+UseG1GC", "env", 0, "value"),
                container("has the collector that was measured", "-XX:ActiveProcessorCount=2 -XX:+UseSerialGC", "env",
                        0, "value"),
                container("can unpack libraries", "/var/tmp", "volumeMounts", 1, "mountPath"),
                container("mounts volumes that there are", "dta", "volumeMounts", 0, "name"),
                pod("has a service account that there is", "somebody", "serviceAccountName"),
                set("gives no token away", "ServiceAccount", "focus-generator", true, "automountServiceAccountToken"),
                set("selects its own Pods", "StatefulSet", "redis", "cache", "spec", "selector", "matchLabels",
                        "app.kubernetes.io/name"));
    }

    private static List<Mistake> life() {
        return List.of(
                removed("is asked how it is + asks each thing of who knows it"
                        + " + is not ended for a moment in which it is slow", "Deployment", "focus-generator",
                        path(CONTAINER, "livenessProbe")),
                removed("is asked how it is, too", "StatefulSet", "redis", path(CONTAINER, "livenessProbe")),
                set("is asked at paths that there are", "StatefulSet", "redis",
                        Map.of("path", "/q/helth", "port", "redis"),
                        path(CONTAINER, "livenessProbe", "httpGet")),
                container("is asked at ports that there are", "web", "readinessProbe", "httpGet", "port"),
                container("asks each thing of who knows it", "/q/health/ready", "livenessProbe", "httpGet", "path"),
                container("has time to start", 3, "startupProbe", "failureThreshold"),
                container("is not ended for a moment in which it is slow", 1, "livenessProbe", "failureThreshold"),
                container("is not ended for a moment in which it is slow", 1, "livenessProbe", "periodSeconds"),
                container("listens where the service does", 9090, "ports", 0, "containerPort"),
                pod("has time to end", 600, "terminationGracePeriodSeconds"),
                setting("has time to end", "SHUTDOWN_GRACE", "1h"),
                container("is left before it ends", 1, "lifecycle", "preStop", "sleep", "seconds"),
                deployment("is replaced without a gap", 1, "spec", "strategy", "rollingUpdate", "maxUnavailable"),
                deployment("counts as failed only what had time for a place and a start", 740, "spec",
                        "progressDeadlineSeconds"),
                pod("is spread over hosts and zones", "x", "topologySpreadConstraints", 1, "topologyKey"),
                set("serves Pods that there are", "Service", "focus-generator", "bulky", "spec", "selector",
                        "app.kubernetes.io/component"),
                set("serves ports that there are", "Service", "focus-generator", "htpp", "spec", "ports", 0,
                        "targetPort"),
                job("is one Pod for each part", "NonIndexed", "spec", "completionMode"),
                job("tries each part again", 0, "spec", "backoffLimitPerIndex"),
                job("ends where it is refused", List.of(2), "spec", "podFailurePolicy", "rules", 1, "onExitCodes",
                        "values"),
                job("does not count drained nodes", "Count", "spec", "podFailurePolicy", "rules", 0, "action"),
                job("is cleared away", 0, "spec", "ttlSecondsAfterFinished"));
    }

    private static List<Mistake> numbers() {
        String scaler = "HorizontalPodAutoscaler";
        String us = "focus-generator";
        return List.of(set("scales something that there is", scaler, us, "generator", "spec", "scaleTargetRef", "name"),
                set("is two to ten", scaler, us, 1, "spec", "minReplicas"),
                set("scales by CPU and memory", scaler, us, 90, "spec", "metrics", 0, "resource", "target",
                        "averageUtilization"),
                scaledBy("focus_stream_active", "12"), scaledBy("focus_streams_active", "1200"),
                scaledBy("focus_streams_active", "12k"),
                set("takes one Pod at a time, and none before it is sure", scaler, us, 5, "spec", "behavior",
                        "scaleDown",
                        "policies", 0, "value"),
                deployment("is scaled by one", 3, "spec", "replicas"),
                setting("knows how many there are", "REPLICAS", "3"),
                set("is kept while nodes are drained", "PodDisruptionBudget", us, "x", "spec", "selector",
                        "matchLabels",
                        "app.kubernetes.io/component"),
                set("lets nodes be drained", "PodDisruptionBudget", us, 0, "spec", "maxUnavailable"));
    }

    private static List<Mistake> networks() {
        String policy = "NetworkPolicy";
        String us = "focus-generator";
        Object[] from = {"spec", "ingress", 0, "from", 0};
        String annotation = "nginx.ingress.kubernetes.io/proxy-buffering";
        return List.of(removed("lets nobody in or out unless it is said", policy, "nothing"),
                removed("can ask for names", policy, "names"),
                set("can ask for names", policy, "names", "SCTP", "spec", "egress", 0, "ports", 0, "protocol"),
                set("can ask for names", policy, "names", 5353, "spec", "egress", 0, "ports", 1, "port"),
                set("gets to Redis", policy, "focus-generator-to-redis", 6380, "spec", "egress", 0, "ports", 0, "port"),
                removed("gets to its collector", policy, "focus-generator-to-collector"),
                setting("gets to its collector", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://otel-collector:4317"),
                set("is about Pods that there are", policy, "focus-generator-to-redis", "x", "spec", "podSelector",
                        "matchLabels", "app.kubernetes.io/component"),
                set("lets in where somebody listens", policy, "redis", 6380, "spec", "ingress", 0, "ports", 0, "port"),
                set("lets in somebody and not everybody", policy, "redis", Map.of("ipBlock", Map.of("cidr",
                        "0.0.0.0/0")), from),
                removed("lets Prometheus in", policy, "focus-generator-from-prometheus"),
                removed("lets the gateway in", policy, "focus-generator-from-gateway"),
                removed("lets the ingress in", policy, "focus-generator-from-ingress"),
                removed("gets to the bucket", policy, "focus-generator-to-https"),
                removed("gets to Redis", policy, "focus-generator-to-redis"),
                set("gets to nothing private by an address", policy, "focus-generator-to-https", List.of("10.0.0.0/8"),
                        "spec", "egress", 0, "to", 0, "ipBlock", "except"),
                set("gets to nothing private by an address", policy, "focus-generator-to-https",
                        List.of("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"),
                        "spec", "egress", 0, "to", 0, "ipBlock", "except"),
                set("gets to nothing private by an address", policy, "focus-generator-to-https", List.of("fe80::/10"),
                        "spec", "egress", 0, "to", 1, "ipBlock", "except"),
                removed("gets to nothing private by an address", policy, "focus-generator-bulk-to-https",
                        "spec", "egress", 0, "to", 1, "ipBlock", "except"),
                set("is measured by the name that alerts have", "ServiceMonitor", us, "app.kubernetes.io/component",
                        "spec", "jobLabel"),
                set("leads to a service that there is", "HTTPRoute", us, 8080, "spec", "rules", 0, "backendRefs", 0,
                        "port"),
                set("leads to a service that there is, too", "Ingress", us, "htpp", "spec", "rules", 0, "http", "paths",
                        2, "backend", "service", "port", "name"),
                set("has time for streams", "HTTPRoute", us, "30s", "spec", "rules", 0, "timeouts", "request"),
                set("has time for streams and keeps nothing back", "Ingress", us, "on", "metadata", "annotations",
                        annotation),
                removed("has TLS", "Ingress", us, "spec", "tls"),
                set("shows nothing of operations", "HTTPRoute", us, "PathPrefix", "spec", "rules", 0, "matches", 0,
                        "path", "type"),
                set("shows nothing of operations", "Ingress", us, "/q", "spec", "rules", 0, "http", "paths", 4, "path"),
                set("is measured where it is", "ServiceMonitor", us, "/metric", "spec", "endpoints", 0, "path"));
    }

    private static List<Mistake> configurations() {
        String us = "focus-generator";
        return List.of(set("is restricted", "Namespace", us, "baseline", "metadata", "labels",
                "pod-security.kubernetes.io/enforce"),
                set("is in its namespace", "Service", us, "default", "metadata", "namespace"),
                new Mistake("is there once", "two budgets", installation -> installation.objects()
                        .add(installation.get("PodDisruptionBudget").copy())),
                setting("has settings that the service knows", "RATE_LIMIT_PER_MINTUE", "5"),
                setting("has no secret", "API_KEYS", "name=a"),
                new Mistake("brings no secret along", "a Secret", installation -> installation.objects().add(Manifest
                        .parse("{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: focus-generator}}")
                        .get(0))),
                container("reads configurations that there are", "focus-generator", "envFrom", 0, "configMapRef",
                        "name"),
                container("has keys, or is open and not exposed", true, "envFrom", 1, "secretRef", "optional"),
                container("reads what it is told", List.of(Map.of("secretRef", Map.of("name", us))), "envFrom"),
                setting("has keys, or is open and not exposed", "AUTH", "none"),
                new Mistake("shares where there are several", "no bucket", installation -> installation.all("ConfigMap")
                        .filter(map -> map.has("data", "S3_BUCKET_NAME"))
                        .forEach(map -> map.set(null, "data", "S3_BUCKET_NAME"))),
                setting("writes logs for machines where it is exposed", "LOG_FORMAT", "text"),
                setting("knows that it is behind a proxy", "HTTPS_ONLY", "false"),
                setting("trusts proxies and no network", "TRUSTED_PROXIES", "192.0.2.1,10.0.0.0/8"),
                setting("trusts proxies and no network", "TRUSTED_PROXIES", "fd00::/64"));
    }

    static List<Mistake> mistakes() {
        List<Mistake> all = new ArrayList<>();
        Stream.of(shapes(), pods(), life(), numbers(), networks(), configurations()).forEach(all::addAll);
        return all;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNoticedByItsRuleAlone(Mistake mistake) {
        Installation broken = RIGHT.copy();
        mistake.change().accept(broken);

        assertThat(broken.complaints()).containsOnlyKeys(mistake.rule().split(SEVERAL));
    }

    @Test
    void everyRuleCanFail() {
        assertThat(RIGHT.complaints()).isEmpty();
        assertThat(mistakes()).hasSizeGreaterThan(90);
        assertThat(mistakes()).flatExtracting(mistake -> List.of(mistake.rule().split(SEVERAL)))
                .containsAll(Rule.all().stream().map(Rule::name).toList());
        assertThat(Rule.all()).extracting(Rule::name).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }
}
