package io.focusgen.k8s;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the service is told, and that nothing secret is in a file. */
final class ConfigRules {

    private static final Set<String> SECRET = Set.of("API_KEYS", "SECRET_KEY", "CSRF_SECRET_KEY", "REDIS_URL",
            "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "WEBHOOK_SECRETS", "REDIS_PASSWORD",
            "SENTRY_DSN");

    /** Made by hand, as base/secret.example.yaml shows. */
    private static final String SECRET_NAME = "focus-generator";

    static final List<Rule> ALL = List.of(
            Rule.of("Namespace", "is restricted", namespace -> Stream.of("enforce", "audit", "warn")
                    .allMatch(mode -> namespace.text("metadata", "labels", "pod-security.kubernetes.io/" + mode)
                            .equals("restricted"))),
            new Rule("is in its namespace", installation -> installation.objects().stream()
                    .filter(object -> !object.is("Namespace"))
                    .filter(object -> object.text("metadata", "namespace").isEmpty()
                            || installation.all("Namespace").noneMatch(
                                    namespace -> namespace.name().equals(object.text("metadata", "namespace"))))
                    .map(Manifest::toString)),
            new Rule("is there once", installation -> {
                Set<String> seen = new HashSet<>();
                return installation.objects().stream().map(Manifest::toString).filter(object -> !seen.add(object));
            }),
            Rule.of("ConfigMap", "has settings that the service knows",
                    map -> ProjectSettings.names().containsAll(map.strings("data").keySet())),
            Rule.of("ConfigMap", "has no secret", map -> map.strings("data").keySet().stream()
                    .noneMatch(SECRET::contains)),
            new Rule("brings no secret along", installation -> installation.all("Secret").map(Manifest::toString)),
            new Rule("reads configurations that there are", installation -> installation.workloads()
                    .flatMap(workload -> workload.containers().flatMap(container -> container.parts("envFrom"))
                            .filter(source -> !isThere(installation, source)).map(source -> workload.toString()))),
            new Rule("reads what it is told", installation -> installation.all("Deployment")
                    .filter(deployment -> new Workload(deployment).containers()
                            .noneMatch(container -> container.parts("envFrom")
                                    .anyMatch(source -> source.has("configMapRef"))))
                    .map(Manifest::toString)),
            new Rule("has keys, or is open and not exposed", installation -> installation.all("Deployment")
                    .filter(deployment -> installation.settings().getOrDefault("AUTH", "").equals("none")
                            ? installation.isExposed()
                            : new Workload(deployment).containers().noneMatch(container -> container.parts("envFrom")
                                    .anyMatch(source -> source.text("secretRef", "name").equals(SECRET_NAME)
                                            && !source.isTrue("secretRef", "optional"))))
                    .map(Manifest::toString)),
            new Rule("shares where there are several", installation -> installation.all("Deployment")
                    .filter(deployment -> !installation.settings().getOrDefault("REPLICAS", "1").equals("1")
                            && !(installation.has("StatefulSet")
                                    && installation.settings().containsKey("S3_BUCKET_NAME")))
                    .map(Manifest::toString)),
            new Rule("writes logs for machines where it is exposed", installation -> installation.all("Deployment")
                    .filter(deployment -> installation.isExposed()
                            && !installation.settings().getOrDefault("LOG_FORMAT", "").equals("json"))
                    .map(Manifest::toString)),
            new Rule("knows that it is behind a proxy", installation -> installation.all("Deployment")
                    .filter(deployment -> installation.isExposed()
                            && !(installation.settings().containsKey("TRUSTED_PROXIES")
                                    && installation.settings().getOrDefault("HTTPS_ONLY", "").equals("true")))
                    .map(Manifest::toString)),
            // Who is in a trusted block is believed about any address that it names.
            new Rule("trusts proxies and no network", installation -> Stream
                    .of(installation.settings().getOrDefault("TRUSTED_PROXIES", "").split(","))
                    .filter(block -> !block.isBlank() && !isSmall(block.strip()))));

    private ConfigRules() {
    }

    /** At most 256 addresses. */
    private static boolean isSmall(String block) {
        int slash = block.indexOf('/');
        int bits = block.contains(":") ? 128 : 32;
        return slash < 0 || bits - Integer.parseInt(block.substring(slash + 1)) <= 8;
    }

    private static boolean isThere(Installation installation, Manifest source) {
        if (source.has("secretRef")) {
            return source.isTrue("secretRef", "optional") || source.text("secretRef", "name").equals(SECRET_NAME);
        }
        return installation.all("ConfigMap")
                .anyMatch(map -> map.name().equals(source.text("configMapRef", "name")));
    }
}
