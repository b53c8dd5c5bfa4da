package io.focusgen.k8s;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Something that has to hold for all objects of an installation.
 *
 * @param name in a few words
 * @param check what does not hold, each in a few words; nothing where it holds
 */
record Rule(String name, Function<Installation, Stream<String>> check) {

    /** Every rule that there is. */
    static List<Rule> all() {
        return Stream.of(PodRules.ALL, ServiceRules.ALL, ScalingRules.ALL, NetworkRules.ALL, ConfigRules.ALL)
                .flatMap(List::stream).toList();
    }

    /** For every Pod that anything makes. */
    static Rule ofPods(String name, Predicate<Workload> holds) {
        return new Rule(name, installation -> installation.workloads()
                .filter(holds.negate()).map(Workload::toString));
    }

    /** For every container of every Pod. */
    static Rule ofContainers(String name, Predicate<Manifest> holds) {
        return new Rule(name, installation -> installation.workloads().flatMap(workload -> workload.containers()
                .filter(holds.negate()).map(container -> workload + ", " + container.text("name"))));
    }

    /** For every object of a kind. */
    static Rule of(String kind, String name, Predicate<Manifest> holds) {
        return new Rule(name, installation -> installation.all(kind).filter(holds.negate()).map(Manifest::toString));
    }
}
