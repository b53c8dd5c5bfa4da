package io.focusgen.k8s;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * As much of kustomize as our folders use; whatever else stands in a kustomization is refused. So that a machine with
 * nothing but a JDK can tell what a folder comes to; {@code KubectlTest} compares it with the real one.
 */
final class Kustomization {

    private static final Set<String> FIELDS = Set.of("apiVersion", "kind", "namespace", "labels", "resources",
            "components", "configMapGenerator", "generatorOptions", "patches", "images");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HASH_CHARACTERS = 10;

    private final List<Manifest> objects = new ArrayList<>();
    private final Set<String> hashed = new HashSet<>();

    private Kustomization() {
    }

    /** All objects of a folder, as {@code kubectl apply -k} would send them. */
    static List<Manifest> build(Path folder) {
        return build(folder, List.of());
    }

    /** The same with more components. */
    static List<Manifest> build(Path folder, List<Path> components) {
        Kustomization built = new Kustomization();
        built.apply(folder);
        components.forEach(built::apply);
        built.nameByContent();
        return built.objects;
    }

    private void apply(Path folder) {
        Path file = folder.resolve("kustomization.yaml");
        Manifest wanted = Manifest.read(file).get(0);
        if (!FIELDS.containsAll(wanted.content().keySet())) {
            throw new IllegalArgumentException(file + " has what is not known here: " + wanted.content().keySet());
        }
        for (String resource : wanted.texts("resources")) {
            Path path = folder.resolve(resource).normalize();
            if (Files.isDirectory(path)) {
                apply(path);
            } else {
                objects.addAll(Manifest.read(path));
            }
        }
        wanted.parts("configMapGenerator")
                .forEach(map -> generate(map, wanted.isTrue("generatorOptions", "disableNameSuffixHash")));
        wanted.texts("components").forEach(component -> apply(folder.resolve(component).normalize()));
        wanted.parts("patches")
                .forEach(patch -> Manifest.read(folder.resolve(patch.text("path"))).forEach(this::patch));
        transform(wanted);
    }

    private Manifest find(String kind, String name) {
        return objects.stream().filter(object -> object.is(kind) && object.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + kind + " " + name + " to change"));
    }

    private void generate(Manifest wanted, boolean plainName) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String literal : wanted.texts("literals")) {
            int equals = literal.indexOf('=');
            data.put(literal.substring(0, equals), literal.substring(equals + 1));
        }
        String name = wanted.text("name");
        if (wanted.text("behavior").equals("merge")) {
            find("ConfigMap", name).part("data").content().putAll(data);
            return;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("apiVersion", "v1");
        map.put("kind", "ConfigMap");
        map.put("metadata", new LinkedHashMap<>(Map.of("name", name)));
        map.put("data", data);
        objects.add(new Manifest(map));
        if (!plainName) {
            hashed.add(name);
        }
    }

    private void patch(Manifest patch) {
        Manifest target = find(patch.kind(), patch.name());
        if (patch.text("$patch").equals("delete")) {
            objects.remove(target);
        } else {
            StrategicMerge.merge(target.content(), patch.content());
        }
    }

    private void transform(Manifest wanted) {
        for (Manifest object : objects) {
            String namespace = wanted.text("namespace");
            if (!namespace.isEmpty()) {
                object.set(namespace, "metadata", object.is("Namespace") ? "name" : "namespace");
            }
            wanted.parts("labels").forEach(labels -> labels.strings("pairs")
                    .forEach((name, value) -> object.set(value, "metadata", "labels", name)));
            wanted.parts("images").forEach(image -> containers(object)
                    .filter(container -> container.text("image").split("[:@]")[0].equals(image.text("name")))
                    .forEach(container -> container.set(image.text("newName") + ":" + image.text("newTag"), "image")));
        }
    }

    private static Stream<Manifest> containers(Manifest object) {
        return object.parts("spec", "template", "spec", "containers");
    }

    /** A changed configuration has another name, so that the Pods that use it are replaced. */
    private void nameByContent() {
        for (String name : hashed) {
            Manifest map = find("ConfigMap", name);
            String unique = name + "-" + hash(map);
            map.set(unique, "metadata", "name");
            objects.stream().flatMap(Kustomization::containers).flatMap(container -> container.parts("envFrom"))
                    .filter(source -> source.text("configMapRef", "name").equals(name))
                    .forEach(source -> source.set(unique, "configMapRef", "name"));
        }
    }

    private static String hash(Manifest map) {
        try {
            // The name that it had when it was made: none yet.
            Map<String, Object> content = new TreeMap<>(Map.of("kind", "ConfigMap", "name", "", "data",
                    new TreeMap<>(Objects.requireNonNull(map.part("data").content()))));
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
            // Letters that spell no words.
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS).replace('0', 'g').replace('1', 'h')
                    .replace('3', 'k').replace('a', 'm').replace('e', 't');
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
