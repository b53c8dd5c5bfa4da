package io.focusgen.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.focusgen.guard.key.KeyText;

/** What keeps the repository in order names what there is. */
class HousekeepingTest {

    /** What Dependabot looks for in a folder. */
    private static final Map<String, Pattern> READ = Map.of(
            "maven", Pattern.compile("pom\\.xml"),
            "docker", Pattern.compile("Dockerfile|.*\\.ya?ml"),
            "docker-compose", Pattern.compile("(docker-)?compose\\.ya?ml"),
            "github-actions", Pattern.compile(".*\\.ya?ml"));

    private static List<Map<?, ?>> maps(Map<?, ?> from, String name) {
        List<Map<?, ?>> maps = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(from.get(name), name)).forEach(item -> maps.add((Map<?, ?>) item));
        return maps;
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return Workflow.yaml(Files.readString(Path.of(file)));
    }

    @Test
    void dependabotFindsSomethingInEachOfItsFolders() throws IOException {
        Set<String> ecosystems = new TreeSet<>();
        for (Map<?, ?> update : maps(yaml(".github/dependabot.yml"), "updates")) {
            String ecosystem = String.valueOf(update.get("package-ecosystem"));
            List<?> folders = update.get("directories") instanceof List<?> several
                    ? several
                    : List.of(String.valueOf(update.get("directory")));
            assertThat(folders).allSatisfy(folder -> {
                // "/" is where it looks for workflows.
                Path path = ecosystem.equals("github-actions")
                        ? Workflow.FOLDER
                        : Path.of(".").resolve(String.valueOf(folder).substring(1));
                try (Stream<Path> files = Files.list(path)) {
                    assertThat(files).as(ecosystem + " in " + folder).anyMatch(file -> Objects
                            .requireNonNull(READ.get(ecosystem), ecosystem).matcher(file.getFileName().toString())
                            .matches());
                }
            });
            ecosystems.add(ecosystem);
        }
        assertThat(ecosystems).isEqualTo(new TreeSet<>(READ.keySet()));
    }

    /** Or one of them has a hole that nobody hears of. */
    @Test
    void dependabotLooksWhereverImagesAreNamed() throws IOException {
        List<String> folders = maps(yaml(".github/dependabot.yml"), "updates").stream()
                .flatMap(update -> update.get("directories") instanceof List<?> several
                        ? several.stream()
                        : Stream.of(update.get("directory")))
                .map(String::valueOf).toList();
        Set<String> naming = new TreeSet<>();
        for (String top : List.of("k8s", "monitoring", ".ci", "src/main/docker")) {
            try (Stream<Path> files = Files.walk(Path.of(top))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file);
                    boolean foreign = Pattern.compile("(?m)^ *image: \"?+(?!focus-generator\\b)\\S+|^FROM \\S+")
                            .matcher(text).find();
                    if (foreign && !file.toString().endsWith(".sh")) {
                        naming.add("/" + file.getParent());
                    }
                }
            }
        }
        assertThat(folders).containsAll(naming);
        assertThat(naming).contains("/k8s/components/redis", "/monitoring", "/src/main/docker", "/.ci/tools");
    }

    @Test
    void whatIsLookedAtBeforeACommitHasAVersion() throws IOException {
        Set<String> hooks = new TreeSet<>();
        assertThat(maps(yaml(".pre-commit-config.yaml"), "repos")).allSatisfy(repo -> {
            maps(repo, "hooks").forEach(hook -> hooks.add(String.valueOf(hook.get("id"))));
            if ("local".equals(repo.get("repo"))) {
                assertThat(maps(repo, "hooks")).allSatisfy(hook -> assertThat(Path.of("Makefile")).content()
                        .contains("\n" + String.valueOf(hook.get("entry")).replace("make ", "") + ":"));
            } else {
                assertThat(String.valueOf(repo.get("rev"))).matches("v[0-9]+(\\.[0-9]+)+");
            }
        });
        assertThat(hooks).contains("actionlint", "gitleaks", "yamllint", "format");
    }

    @Test
    void templatesAskForWhatIsNeeded() throws IOException {
        for (String template : List.of("bug", "idea")) {
            Map<?, ?> form = yaml(".github/ISSUE_TEMPLATE/" + template + ".yml");
            assertThat(form.get("name")).asString().isNotBlank();
            assertThat(form.get("description")).asString().isNotBlank();
            List<Map<?, ?>> questions = maps(form, "body").stream()
                    .filter(part -> !"markdown".equals(part.get("type"))).toList();
            assertThat(questions).isNotEmpty().extracting(part -> part.get("id")).doesNotContainNull()
                    .doesNotHaveDuplicates();
            assertThat(questions).anyMatch(part -> part.get("validations") instanceof Map<?, ?> validations
                    && Boolean.TRUE.equals(validations.get("required")));
        }
        assertThat(Path.of(".github", "pull_request_template.md")).isNotEmptyFile();
    }

    @Test
    void ourOwnKeysAreTakenForSecrets() throws IOException {
        Pattern rule = Pattern.compile("regex = '''(.*)'''");
        String written = rule.matcher(Files.readString(Path.of(".gitleaks.toml"))).results()
                .map(found -> found.group(1)).findFirst().orElseThrow();

        assertThat("key=" + KeyText.make(new SecureRandom()) + "\n").containsPattern(written);
        assertThat("key=" + KeyText.PREFIX + "short\n").doesNotContainPattern(written);
    }
}
