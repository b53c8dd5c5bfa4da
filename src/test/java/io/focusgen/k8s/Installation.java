package io.focusgen.k8s;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All objects that are applied together.
 *
 * @param objects may be changed
 */
record Installation(List<Manifest> objects) {

    private static final Set<String> WITH_PODS = Set.of("Deployment", "StatefulSet", "Job");

    Stream<Manifest> all(String kind) {
        return objects.stream().filter(object -> object.is(kind));
    }

    boolean has(String kind) {
        return all(kind).findAny().isPresent();
    }

    /** The first of that kind. */
    Manifest get(String kind) {
        return all(kind).findFirst().orElseThrow(() -> new IllegalArgumentException("there is no " + kind));
    }

    Manifest get(String kind, String name) {
        return all(kind).filter(object -> object.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + kind + " " + name));
    }

    Stream<Workload> workloads() {
        return objects.stream().filter(object -> WITH_PODS.contains(object.kind())).map(Workload::new);
    }

    /** What the service is told, without secrets; empty where it has no configuration. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        all("ConfigMap").filter(map -> map.name().startsWith("focus-generator-") && !map.name().endsWith("-bulk"))
                .forEach(map -> settings.putAll(map.strings("data")));
        return settings;
    }

    /** Whether it can be reached from outside of the cluster. */
    boolean isExposed() {
        return has("HTTPRoute") || has("Ingress");
    }

    /** What is wrong with it: the name of a rule and where it does not hold, and all shapes that are wrong. */
    Map<String, List<String>> complaints() {
        Map<String, List<String>> complaints = new LinkedHashMap<>();
        List<String> shapes = objects.stream().flatMap(object -> StrictModels.complaints(object).stream()).toList();
        if (!shapes.isEmpty()) {
            complaints.put("shape", shapes);
            return complaints;
        }
        for (Rule rule : Rule.all()) {
            List<String> found = rule.check().apply(this).toList();
            if (!found.isEmpty()) {
                complaints.put(rule.name(), found);
            }
        }
        return complaints;
    }

    Installation copy() {
        return new Installation(new ArrayList<>(objects.stream().map(Manifest::copy).toList()));
    }
}
