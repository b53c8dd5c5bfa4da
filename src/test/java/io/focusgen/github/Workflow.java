package io.focusgen.github;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A workflow of the server.
 *
 * @param name of its file
 * @param text as it is written, comments too
 * @param content what it says
 */
record Workflow(String name, String text, Map<?, ?> content) {

    static final Path FOLDER = Path.of(".github", "workflows");

    /**
     * Something that a workflow does on a machine of its own, or another workflow that it calls.
     *
     * @param name in its workflow
     */
    record Job(String name, Map<?, ?> content) {

        List<Map<?, ?>> steps() {
            return maps(content.get("steps"));
        }

        List<String> needs() {
            Object needs = content.get("needs");
            return needs instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : needs == null ? List.of() : List.of(String.valueOf(needs));
        }
    }

    /** All of them, by name. */
    static List<Workflow> all() throws IOException {
        List<Workflow> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                all.add(of(String.valueOf(file.getFileName()), Files.readString(file)));
            }
        }
        return all;
    }

    static Workflow of(String name, String text) {
        return new Workflow(name, text, yaml(text));
    }

    static Map<?, ?> yaml(String text) {
        return (Map<?, ?>) new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
    }

    /** By name; empty where nothing is. */
    Map<?, ?> triggers() {
        return content.get("on") instanceof Map<?, ?> map ? map : Map.of();
    }

    List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        ((Map<?, ?>) content.get("jobs")).forEach((job, said) -> jobs.add(new Job(String.valueOf(job),
                (Map<?, ?>) said)));
        return jobs;
    }

    /** Every step of every job. */
    List<Map<?, ?>> steps() {
        return jobs().stream().flatMap(job -> job.steps().stream()).toList();
    }

    /** The actions and workflows that are used, as they are named. */
    List<String> used() {
        return Stream.concat(jobs().stream().map(Job::content), steps().stream()).map(user -> user.get("uses"))
                .filter(used -> used != null).map(String::valueOf).toList();
    }

    /** What is run, in order. */
    List<String> commands() {
        return steps().stream().map(step -> step.get("run")).filter(run -> run != null).map(String::valueOf).toList();
    }

    /** The rights by name; none where nothing is said. */
    static Map<String, String> rights(@Nullable Object permissions) {
        Map<String, String> rights = new LinkedHashMap<>();
        if (permissions instanceof Map<?, ?> map) {
            map.forEach((right, degree) -> rights.put(String.valueOf(right), String.valueOf(degree)));
        } else if (permissions != null) {
            rights.put("all", String.valueOf(permissions));
        }
        return rights;
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> maps.add((Map<?, ?>) item));
        }
        return maps;
    }
}
