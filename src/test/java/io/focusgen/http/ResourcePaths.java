package io.focusgen.http;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.focusgen.http.offer.Endpoint;

/** The paths of what the product calls a resource. */
final class ResourcePaths {

    private ResourcePaths() {
    }

    /** As the OpenAPI document has them. */
    static List<String> all() throws IOException {
        List<String> paths = new ArrayList<>();
        for (Class<?> resource : classes()) {
            Path folder = resource.getAnnotation(Path.class);
            for (Method method : folder == null ? new Method[0] : resource.getDeclaredMethods()) {
                Path name = method.getAnnotation(Path.class);
                if (name != null) {
                    paths.add(folder.value() + "/" + name.value());
                } else if (method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class)
                        || method.isAnnotationPresent(DELETE.class)) {
                    paths.add(folder.value());
                }
            }
        }
        return paths.stream().map(path -> path.replace("/api/v1/{name}", Endpoint.EXPORT.template())
                .replace("{name: .+}", "{name}").replace("/api/v1/truth/{name}", Endpoint.TRUTH.template())
                .replace("/problems/{name}",
                        Endpoint.PROBLEM.template()))
                .toList();
    }

    private static List<Class<?>> classes() throws IOException {
        java.nio.file.Path product = java.nio.file.Path.of("target", "classes");
        try (Stream<java.nio.file.Path> files = Files.walk(product.resolve("io/focusgen/http"))) {
            List<Class<?>> classes = new ArrayList<>();
            for (java.nio.file.Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                String name = product.relativize(file).toString().replace(File.separatorChar, '.');
                classes.add(load(name.substring(0, name.length() - ".class".length())));
            }
            return classes;
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ResourcePaths.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
