package io.focusgen.k8s;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can be installed from the folder k8s. */
final class Installations {

    static final Path FOLDER = Path.of("k8s");

    private Installations() {
    }

    static Path component(String name) {
        return FOLDER.resolve("components").resolve(name);
    }

    /** An overlay with more components. */
    static Installation overlay(String name, String... components) {
        Installation installation = new Installation(Kustomization.build(FOLDER.resolve("overlays").resolve(name),
                Stream.of(components).map(Installations::component).toList()));
        settle(installation.objects(), installation.get("Namespace").name());
        return installation;
    }

    /** The overlay prod with every component that it can have, the folder bulk and a Job. */
    static Installation everything() {
        List<Manifest> objects = new ArrayList<>(overlay("prod", "streams-scaling", "ingress", "traces").objects());
        objects.addAll(Kustomization.build(FOLDER.resolve("bulk")));
        objects.addAll(Manifest.read(FOLDER.resolve("bulk/example-job.yaml")));
        settle(objects, "focus-generator");
        return new Installation(objects);
    }

    /** As the overlay does it for components that it names itself, and "kubectl -n" for a Job. */
    private static void settle(List<Manifest> objects, String namespace) {
        objects.stream().filter(object -> !object.is("Namespace"))
                .forEach(object -> object.set(namespace, "metadata", "namespace"));
    }
}
