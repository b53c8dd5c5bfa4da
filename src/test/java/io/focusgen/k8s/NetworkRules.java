package io.focusgen.k8s;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.offer.Endpoint;

/** Who reaches whom: nobody unless it is said, and from outside not everything. */
final class NetworkRules {

    private static final String NAMESPACE = "kubernetes.io/metadata.name";
    /** What is nobody's on the internet, by the block that has everything: networks, carriers' own, and where clouds keep credentials. */
    private static final Map<String, Set<String>> PRIVATE = Map.of(
            "0.0.0.0/0", Set.of("10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"),
            "::/0", Set.of("fc00::/7", "fe80::/10"));
    private static final int DNS = 53;
    private static final int HTTPS = 443;
    private static final int LONG_SECONDS = 600;
    private static final String COLLECTOR = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /** The label {@code job} that rules and dashboards ask for. */
    private static final String JOB = "focus-generator";

    static final List<Rule> ALL = List.of(
            new Rule("lets nobody in or out unless it is said",
                    installation -> missing(installation.all("NetworkPolicy")
                            .anyMatch(policy -> isOfAll(policy) && policy.texts("spec", "policyTypes")
                                    .containsAll(List.of("Ingress", "Egress")) && !policy.has("spec", "ingress")
                                    && !policy.has("spec", "egress")))),
            new Rule("can ask for names", installation -> missing(egress(installation, NetworkRules::isOfAll)
                    .anyMatch(rule -> rule.has("to") && Stream.of("UDP", "TCP")
                            .allMatch(protocol -> opens(rule, protocol, String.valueOf(DNS)))))),
            new Rule("is about Pods that there are", installation -> installation.all("NetworkPolicy")
                    .filter(policy -> !isOfAll(policy) && installation.workloads().noneMatch(
                            workload -> workload.hasAll(policy.strings("spec", "podSelector", "matchLabels"))))
                    .map(Manifest::toString)),
            new Rule("lets in where somebody listens", installation -> installation.all("NetworkPolicy")
                    .filter(policy -> !policy.parts("spec", "ingress").flatMap(rule -> rule.parts("ports"))
                            .allMatch(port -> listens(installation, policy, port.text("port"))))
                    .map(Manifest::toString)),
            new Rule("lets in somebody and not everybody", installation -> installation.all("NetworkPolicy")
                    .filter(policy -> !policy.parts("spec", "ingress").allMatch(rule -> rule.parts("from")
                            .findAny().isPresent() && rule.parts("from").allMatch(NetworkRules::isSomebody)))
                    .map(Manifest::toString)),
            new Rule("lets Prometheus in", installation -> missing(!installation.has("ServiceMonitor")
                    || isLetIn(installation, "monitoring"))),
            new Rule("lets the gateway in", installation -> missing(!installation.has("HTTPRoute")
                    || isLetIn(installation, "gateway"))),
            new Rule("lets the ingress in", installation -> missing(!installation.has("Ingress")
                    || isLetIn(installation, "ingress-nginx"))),
            new Rule("gets to Redis", installation -> missing(!installation.has("StatefulSet")
                    || egress(installation, policy -> true).anyMatch(rule -> rule.parts("to")
                            .anyMatch(to -> installation
                                    .workloads().filter(workload -> workload.object().is("StatefulSet"))
                                    .anyMatch(redis -> redis.hasAll(to.strings("podSelector", "matchLabels"))
                                            && redis.containers().flatMap(container -> container.parts("ports"))
                                                    .allMatch(port -> opens(rule, "TCP",
                                                            port.text("containerPort")))))))),
            new Rule("gets to its collector", installation -> missing(!installation.settings()
                    .containsKey(COLLECTOR)
                    || egress(installation, policy -> true).anyMatch(rule -> rule.has("to") && opens(rule, "TCP",
                            String.valueOf(URI.create(installation.settings().get(COLLECTOR)).getPort()))))),
            new Rule("gets to the bucket", installation -> missing(!installation.settings()
                    .containsKey("S3_BUCKET_NAME")
                    || egress(installation, policy -> new Workload(installation
                            .get("Deployment")).hasAll(policy.strings("spec", "podSelector", "matchLabels")))
                            .anyMatch(rule -> rule.parts("ports").anyMatch(port -> port.number("port") == HTTPS)))),
            new Rule("gets to nothing private by an address", installation -> installation.all("NetworkPolicy")
                    .filter(policy -> policy.parts("spec", "egress").flatMap(rule -> rule.parts("to"))
                            .anyMatch(to -> !to.texts("ipBlock", "except")
                                    .containsAll(PRIVATE.getOrDefault(to.text("ipBlock", "cidr"), Set.of()))))
                    .map(Manifest::toString)),
            new Rule("leads to a service that there is", installation -> installation.all("HTTPRoute")
                    .filter(route -> !route.parts("spec", "rules").flatMap(rule -> rule.parts("backendRefs"))
                            .allMatch(to -> serves(installation, to.text("name"), to.text("port"))))
                    .map(Manifest::toString)),
            new Rule("leads to a service that there is, too", installation -> installation.all("Ingress")
                    .filter(ingress -> !paths(ingress).allMatch(path -> serves(installation,
                            path.text("backend", "service", "name"),
                            path.text("backend", "service", "port", "name"))))
                    .map(Manifest::toString)),
            Rule.of("HTTPRoute", "has time for streams", route -> route.parts("spec", "rules")
                    .allMatch(rule -> rule.text("timeouts", "request").equals("0s")
                            && rule.text("timeouts", "backendRequest").equals("0s"))),
            Rule.of("Ingress", "has time for streams and keeps nothing back", ingress -> {
                Map<String, String> said = ingress.strings("metadata", "annotations");
                String nginx = "nginx.ingress.kubernetes.io/";
                return "off".equals(said.get(nginx + "proxy-buffering"))
                        && "off".equals(said.get(nginx + "proxy-next-upstream"))
                        && seconds(said.get(nginx + "proxy-read-timeout")) >= LONG_SECONDS
                        && seconds(said.get(nginx + "proxy-send-timeout")) >= LONG_SECONDS;
            }),
            Rule.of("Ingress", "has TLS", ingress -> ingress.parts("spec", "tls").findAny().isPresent()),
            new Rule("shows nothing of operations", installation -> Stream.concat(
                    installation.all("HTTPRoute").flatMap(route -> route.parts("spec", "rules")
                            .flatMap(rule -> rule.parts("matches"))
                            .map(match -> match.text("path", "type") + " " + match.text("path", "value"))),
                    installation.all("Ingress").flatMap(NetworkRules::paths)
                            .map(path -> path.text("pathType") + " " + path.text("path")))
                    .filter(NetworkRules::showsOperations)),
            new Rule("is measured by the name that alerts have", installation -> installation.all("ServiceMonitor")
                    .filter(monitor -> installation.all("Service").filter(service -> service
                            .strings("metadata", "labels").entrySet()
                            .containsAll(monitor.strings("spec", "selector", "matchLabels").entrySet()))
                            .anyMatch(service -> !service.text("metadata", "labels", monitor.text("spec", "jobLabel"))
                                    .equals(JOB)))
                    .map(Manifest::toString)),
            new Rule("is measured where it is", installation -> installation.all("ServiceMonitor")
                    .filter(monitor -> !monitor.parts("spec", "endpoints").allMatch(endpoint -> endpoint.text("path")
                            .equals(Endpoint.METRICS.template())
                            && installation.all("Service").anyMatch(service -> service
                                    .strings("metadata", "labels").entrySet()
                                    .containsAll(monitor.strings("spec", "selector", "matchLabels").entrySet())
                                    && service.parts("spec", "ports")
                                            .anyMatch(port -> port.text("name").equals(endpoint.text("port"))))))
                    .map(Manifest::toString)));

    private NetworkRules() {
    }

    private static Stream<String> missing(boolean holds) {
        return holds ? Stream.of() : Stream.of("missing");
    }

    private static boolean isOfAll(Manifest policy) {
        return policy.part("spec", "podSelector").content().isEmpty();
    }

    private static boolean isSomebody(Manifest from) {
        return !from.strings("podSelector", "matchLabels").isEmpty()
                || !from.strings("namespaceSelector", "matchLabels").isEmpty();
    }

    private static Stream<Manifest> egress(Installation installation, Predicate<Manifest> policies) {
        return installation.all("NetworkPolicy").filter(policies).flatMap(policy -> policy.parts("spec", "egress"));
    }

    private static boolean opens(Manifest rule, String protocol, String port) {
        return rule.parts("ports").anyMatch(opened -> opened.text("protocol").equals(protocol)
                && opened.text("port").equals(port));
    }

    private static boolean listens(Installation installation, Manifest policy, String port) {
        return installation.workloads()
                .filter(workload -> workload.hasAll(policy.strings("spec", "podSelector", "matchLabels")))
                .flatMap(Workload::containers).flatMap(container -> container.parts("ports"))
                .anyMatch(named -> named.text("name").equals(port) || named.text("containerPort").equals(port));
    }

    private static boolean isLetIn(Installation installation, String namespace) {
        return installation.all("NetworkPolicy").flatMap(policy -> policy.parts("spec", "ingress"))
                .flatMap(rule -> rule.parts("from"))
                .anyMatch(from -> from.text("namespaceSelector", "matchLabels", NAMESPACE).equals(namespace));
    }

    private static boolean serves(Installation installation, String name, String port) {
        return installation.all("Service").filter(service -> service.name().equals(name))
                .flatMap(service -> service.parts("spec", "ports"))
                .anyMatch(there -> there.text("name").equals(port) || there.text("port").equals(port));
    }

    private static Stream<Manifest> paths(Manifest ingress) {
        return ingress.parts("spec", "rules").flatMap(rule -> rule.parts("http", "paths"));
    }

    private static int seconds(@Nullable String said) {
        return said == null ? 0 : Integer.parseInt(said);
    }

    /** @param path its type, a blank, and the path */
    private static boolean showsOperations(String path) {
        String value = path.substring(path.indexOf(' ') + 1);
        boolean exact = path.startsWith("Exact");
        return Stream.of(Endpoint.METRICS, Endpoint.HEALTH, Endpoint.READY, Endpoint.LIVE, Endpoint.METRICS_FOR_SHORT,
                Endpoint.HEALTH_FOR_SHORT, Endpoint.HEALTH_IN_DETAIL).map(Endpoint::template)
                .anyMatch(hidden -> exact
                        ? hidden.equals(value)
                        : hidden.equals(value) || hidden.startsWith(value.endsWith("/") ? value : value + "/"));
    }
}
