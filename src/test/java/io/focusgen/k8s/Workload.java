package io.focusgen.k8s;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that makes Pods.
 *
 * @param object a Deployment, StatefulSet or Job
 */
record Workload(Manifest object) {

    /** The description of its Pods. */
    Manifest pod() {
        return object.part("spec", "template", "spec");
    }

    Stream<Manifest> containers() {
        return Stream.concat(pod().parts("containers"), pod().parts("initContainers"));
    }

    Map<String, String> labels() {
        return object.strings("spec", "template", "metadata", "labels");
    }

    /** Whether it runs our image. */
    boolean isOurs() {
        return containers().anyMatch(container -> container.text("image").contains("focus-generator"));
    }

    /** Whether its Pods have all these labels. @param wanted none are those of nobody */
    boolean hasAll(Map<String, String> wanted) {
        return !wanted.isEmpty() && labels().entrySet().containsAll(wanted.entrySet());
    }

    @Override
    public String toString() {
        return object.toString();
    }
}
