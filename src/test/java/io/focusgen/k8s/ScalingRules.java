package io.focusgen.k8s;

import java.util.List;

/** How many there are, and that those who say so agree. */
final class ScalingRules {

    private static final int LEAST = 2;
    private static final int MOST = 10;
    private static final int PER_CENT_OF_CPU = 70;
    private static final int PER_CENT_OF_MEMORY = 80;
    private static final int SECONDS_TO_BE_SURE = 300;

    /** A gauge of docs/metrics.md. */
    private static final String STREAMS = "focus_streams_active";

    /** That a heap of 512 MiB has, the half of a Pod's memory: k8s/README.md. */
    private static final int SLOTS = 19;

    static final List<Rule> ALL = List.of(
            new Rule("scales something that there is", installation -> installation.all("HorizontalPodAutoscaler")
                    .filter(scaler -> installation.all(scaler.text("spec", "scaleTargetRef", "kind"))
                            .noneMatch(target -> target.name().equals(scaler.text("spec", "scaleTargetRef", "name"))))
                    .map(Manifest::toString)),
            Rule.of("HorizontalPodAutoscaler", "is two to ten",
                    scaler -> scaler.number("spec", "minReplicas") == LEAST
                            && scaler.number("spec", "maxReplicas") == MOST),
            Rule.of("HorizontalPodAutoscaler", "scales by CPU and memory",
                    scaler -> utilisation(scaler, "cpu") == PER_CENT_OF_CPU
                            && utilisation(scaler, "memory") == PER_CENT_OF_MEMORY),
            Rule.of("HorizontalPodAutoscaler", "scales by streams that a Pod has slots for",
                    scaler -> scaler.parts("spec", "metrics").filter(metric -> metric.text("type").equals("Pods"))
                            .allMatch(metric -> metric.text("pods", "metric", "name").equals(STREAMS)
                                    && isBelowSlots(metric.text("pods", "target", "averageValue")))),
            Rule.of("HorizontalPodAutoscaler", "takes one Pod at a time, and none before it is sure",
                    scaler -> scaler.number("spec", "behavior", "scaleDown",
                            "stabilizationWindowSeconds") >= SECONDS_TO_BE_SURE
                            && scaler.parts("spec", "behavior", "scaleDown", "policies")
                                    .allMatch(policy -> policy.text("type").equals("Pods")
                                            && policy.number("value") == 1)),
            new Rule("is scaled by one", installation -> installation.all("Deployment")
                    .filter(deployment -> deployment.has("spec", "replicas") == installation
                            .has("HorizontalPodAutoscaler"))
                    .map(Manifest::toString)),
            new Rule("knows how many there are", installation -> installation.all("Deployment")
                    .filter(deployment -> Integer
                            .parseInt(installation.settings().getOrDefault("REPLICAS", "1")) != replicas(installation,
                                    deployment))
                    .map(Manifest::toString)),
            new Rule("is kept while nodes are drained", installation -> installation.all("Deployment")
                    .filter(deployment -> installation.all("PodDisruptionBudget")
                            .noneMatch(budget -> new Workload(deployment)
                                    .hasAll(budget.strings("spec", "selector", "matchLabels"))))
                    .map(Manifest::toString)),
            Rule.of("PodDisruptionBudget", "lets nodes be drained",
                    budget -> budget.number("spec", "maxUnavailable") == 1
                            && budget.text("spec", "unhealthyPodEvictionPolicy").equals("AlwaysAllow")));

    private ScalingRules() {
    }

    private static boolean isBelowSlots(String average) {
        return average.matches("[1-9][0-9]?") && Integer.parseInt(average) < SLOTS;
    }

    private static int utilisation(Manifest scaler, String resource) {
        return scaler.parts("spec", "metrics").filter(metric -> metric.text("resource", "name").equals(resource))
                .mapToInt(metric -> metric.number("resource", "target", "averageUtilization")).findFirst().orElse(0);
    }

    private static int replicas(Installation installation, Manifest deployment) {
        return installation.all("HorizontalPodAutoscaler").mapToInt(scaler -> scaler.number("spec", "maxReplicas"))
                .findFirst().orElseGet(() -> deployment.number("spec", "replicas"));
    }
}
