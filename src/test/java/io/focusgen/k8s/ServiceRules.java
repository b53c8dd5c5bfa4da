package io.focusgen.k8s;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.focusgen.http.offer.Endpoint;

/** What has to hold for the Pods of the service: how they begin, are asked, replaced and ended, and who is in which Job. */
final class ServiceRules {

    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    /** What the service needs beyond SHUTDOWN_GRACE to give jobs back. */
    private static final int SECONDS_FOR_JOBS = 10;

    private static final int LEAST_SECONDS_TO_START = 30;

    /** A collection of garbage, or a node without a processor to spare, is over by then. */
    private static final int LEAST_SECONDS_TO_BE_GIVEN_UP = 30;

    /** Until those who send requests have heard that a Pod is leaving. */
    private static final int LEAST_SECONDS_TO_BE_LEFT = 5;

    /** SmallRye Health answers it; it is no path for callers. */
    private static final String STARTED = "/q/health/started";

    static final List<Rule> ALL = List.of(
            Rule.of("Deployment", "is asked how it is", deployment -> PROBES.stream()
                    .allMatch(container(deployment)::has)),
            Rule.of("StatefulSet", "is asked how it is, too", set -> PROBES.stream().allMatch(container(set)::has)),
            Rule.ofContainers("is asked at paths that there are", container -> PROBES.stream()
                    .filter(probe -> container.has(probe, "httpGet"))
                    .allMatch(probe -> paths().contains(container.text(probe, "httpGet", "path")))),
            Rule.ofContainers("is asked at ports that there are", container -> PROBES.stream()
                    .flatMap(probe -> Stream.of(container.text(probe, "httpGet", "port"),
                            container.text(probe, "tcpSocket", "port")))
                    .filter(port -> !port.isEmpty())
                    .allMatch(port -> container.parts("ports").anyMatch(named -> named.text("name").equals(port)))),
            Rule.of("Deployment", "asks each thing of who knows it", deployment -> path(deployment, "startupProbe")
                    .equals(STARTED) && path(deployment, "readinessProbe").equals(Endpoint.READY.template())
                    && path(deployment, "livenessProbe").equals(Endpoint.LIVE.template())),
            Rule.of("Deployment", "has time to start",
                    deployment -> secondsToStart(deployment) >= LEAST_SECONDS_TO_START),
            Rule.of("Deployment", "is not ended for a moment in which it is slow",
                    deployment -> seconds(deployment, "livenessProbe") >= LEAST_SECONDS_TO_BE_GIVEN_UP),
            Rule.of("Deployment", "listens where the service does", deployment -> container(deployment).parts("ports")
                    .anyMatch(port -> port.text("name").equals("http")
                            && port.number("containerPort") == ProjectSettings.port())),
            new Rule("has time to end", installation -> installation.all("Deployment")
                    .filter(deployment -> new Workload(deployment).pod()
                            .number("terminationGracePeriodSeconds") < needed(installation, deployment))
                    .map(deployment -> deployment + " needs " + needed(installation, deployment) + " s")),
            Rule.of("Deployment", "is left before it ends", deployment -> container(deployment)
                    .number("lifecycle", "preStop", "sleep", "seconds") >= LEAST_SECONDS_TO_BE_LEFT),
            Rule.of("Deployment", "is replaced without a gap", deployment -> "0".equals(
                    deployment.text("spec", "strategy", "rollingUpdate", "maxUnavailable"))
                    && deployment.number("spec", "strategy", "rollingUpdate", "maxSurge") > 0),
            // Nothing waits for an old Pod to end; but where nodes are full, a new one gets its place only then.
            Rule.of("Deployment", "counts as failed only what had time for a place and a start",
                    deployment -> deployment
                            .number("spec", "progressDeadlineSeconds") > new Workload(deployment).pod()
                                    .number("terminationGracePeriodSeconds") + secondsToStart(deployment)),
            Rule.of("Deployment", "is spread over hosts and zones", deployment -> {
                Workload workload = new Workload(deployment);
                return Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone").stream()
                        .allMatch(key -> workload.pod().parts("topologySpreadConstraints")
                                .anyMatch(spread -> spread.text("topologyKey").equals(key)
                                        && workload.hasAll(spread.strings("labelSelector", "matchLabels"))));
            }),
            new Rule("serves Pods that there are", installation -> installation.all("Service")
                    .filter(service -> installation.workloads()
                            .filter(workload -> workload.hasAll(service.strings("spec", "selector"))).count() != 1)
                    .map(Manifest::toString)),
            new Rule("serves ports that there are", installation -> installation.all("Service")
                    .flatMap(service -> installation.workloads()
                            .filter(workload -> workload.hasAll(service.strings("spec", "selector")))
                            .filter(workload -> !service.parts("spec", "ports").allMatch(port -> workload.containers()
                                    .flatMap(container -> container.parts("ports"))
                                    .anyMatch(named -> named.text("name").equals(port.text("targetPort")))))
                            .map(workload -> service.toString()))),
            Rule.of("Job", "is one Pod for each part", job -> job.text("spec", "completionMode").equals("Indexed")
                    && job.number("spec", "completions") > 0
                    && job.number("spec", "parallelism") <= job.number("spec", "completions")
                    && job.text("spec", "template", "spec", "restartPolicy").equals("Never")),
            Rule.of("Job", "tries each part again", job -> job.number("spec", "backoffLimitPerIndex") > 0
                    && job.number("spec", "maxFailedIndexes") < job.number("spec", "completions")
                    && job.text("spec", "podReplacementPolicy").equals("Failed")),
            Rule.of("Job", "ends where it is refused", job -> job.parts("spec", "podFailurePolicy", "rules")
                    .anyMatch(rule -> rule.text("action").equals("FailJob")
                            && rule.at("onExitCodes", "values").equals(List.of(1))
                            && rule.text("onExitCodes", "operator").equals("In") && new Workload(job).containers()
                                    .anyMatch(container -> container.text("name")
                                            .equals(rule.text("onExitCodes", "containerName"))))),
            Rule.of("Job", "does not count drained nodes", job -> job.parts("spec", "podFailurePolicy", "rules")
                    .anyMatch(rule -> rule.text("action").equals("Ignore")
                            && rule.text("onPodConditions", 0, "type").equals("DisruptionTarget"))),
            Rule.of("Job", "is cleared away", job -> job.number("spec", "ttlSecondsAfterFinished") > 0));

    private ServiceRules() {
    }

    private static Manifest container(Manifest workload) {
        return workload.part("spec", "template", "spec", "containers", 0);
    }

    private static int secondsToStart(Manifest deployment) {
        return seconds(deployment, "startupProbe");
    }

    /** How long a probe has to fail before something comes of it. */
    private static int seconds(Manifest deployment, String name) {
        Manifest probe = container(deployment).part(name);
        return probe.number("periodSeconds") * probe.number("failureThreshold");
    }

    private static String path(Manifest deployment, String probe) {
        return container(deployment).text(probe, "httpGet", "path");
    }

    private static Set<String> paths() {
        return Stream.concat(Stream.of(Endpoint.values()).map(Endpoint::template), Stream.of(STARTED))
                .collect(Collectors.toSet());
    }

    private static long needed(Installation installation, Manifest deployment) {
        Duration grace = ProjectSettings
                .duration(installation.settings().getOrDefault("SHUTDOWN_GRACE", ProjectSettings.shutdownGrace()));
        return container(deployment).number("lifecycle", "preStop", "sleep", "seconds") + grace.toSeconds()
                + SECONDS_FOR_JOBS;
    }
}
