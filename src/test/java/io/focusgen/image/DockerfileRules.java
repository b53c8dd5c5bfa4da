package io.focusgen.image;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.offer.Endpoint;

/** What has to hold for the Dockerfile of the service. */
final class DockerfileRules {

    /** The newest release of Java that is supported for years; the next one is 29. */
    private static final Pattern BUILDER = temurin("jdk");
    private static final Pattern RUNTIME = temurin("jre");

    /** {@code runAsUser} of the Pods. */
    private static final String USER = "10001";

    private static final List<String> LABELS = List.of("title", "description", "licenses", "version", "revision");
    private static final Pattern ADDED_USER = Pattern.compile("\\buseradd\\b[^&;]* --uid (\\d+)\\b");
    private static final Pattern FLAG_OF_A_TABLE = Pattern.compile("^\\| `(-[^`]+)` \\|", Pattern.MULTILINE);
    private static final Pattern LEARNT_WITH = Pattern
            .compile("-XX:\\w*RAMPercentage=.*|-XX:.(Use\\w+GC|\\w+ServerClassMachine)|--enable-.*");
    private static final Pattern MODE = Pattern.compile("^(--\\S+ )*");
    private static final String LOGS = " LOG_FORMAT=json ";
    private static final String FROM_BUILD = "--from=build ";

    /**
     * One of them.
     *
     * @param name in a few words
     */
    record Rule(String name, Predicate<Dockerfile> holds) {
    }

    private final Path project;

    /** @param project its folder */
    DockerfileRules(Path project) {
        this.project = project;
    }

    /** The names of those that do not hold. */
    Set<String> complaints(Dockerfile file) {
        return all().filter(rule -> !rule.holds().test(file)).map(Rule::name)
                .collect(toCollection(LinkedHashSet::new));
    }

    /** What the image takes from the folder that the build makes, such as {@code lib/}, in order. */
    static List<String> packaged(Dockerfile file) {
        String folder = "/source/target/quarkus-app/";
        return sources(file.image()).filter(source -> source.startsWith(FROM_BUILD + folder))
                .map(source -> source.substring(FROM_BUILD.length() + folder.length())).toList();
    }

    private Stream<Rule> all() {
        return Stream.of(
                new Rule("is built in a stage of its own", file -> file.all("FROM").size() == 2
                        && file.all("FROM").get(0).endsWith(" AS build")
                        && BUILDER.matcher(file.all("FROM").get(0).replace(" AS build", "")).matches()
                        && RUNTIME.matcher(file.all("FROM").get(1)).matches()
                        && file.all("RUN").stream().anyMatch(run -> run.contains("./mvnw"))
                        && file.image().all("RUN").stream().noneMatch(run -> run.contains("mvnw"))),
                new Rule("fetches nothing by itself", file -> file.all("ADD").isEmpty()
                        && file.all("RUN").stream().noneMatch(run -> run.matches(".*\\b(curl|wget|apt-get|apt)\\b.*"))),
                new Rule("is the user that Pods run as", file -> file.image().last("USER").equals(USER)
                        && file.image().all("RUN").stream().anyMatch(run -> isAdded(run, USER))),
                new Rule("has its labels", file -> LABELS.stream().allMatch(label -> file.image().last("LABEL")
                        .matches(".*\\borg\\.opencontainers\\.image\\." + label + "=\"[^\"]+\".*"))),
                new Rule("says what it was made of", file -> Stream.of("VERSION", "REVISION")
                        .allMatch(name -> file.image().all("ARG").contains(name + "=unknown")
                                && file.image().last("LABEL").contains("\"${" + name + "}\""))),
                new Rule("is asked whether it is ready, without a shell", file -> {
                    String[] check = file.image().last("HEALTHCHECK").split("\\bCMD ", 2);
                    List<String> command = check.length == 2 ? array(check[1]) : List.of();
                    return Stream.of("--interval=", "--timeout=", "--start-period=", "--retries=")
                            .allMatch(check[0]::contains)
                            && command.stream().anyMatch(word -> word.contains("GET " + Endpoint.READY.template()));
                }),
                new Rule("is started without a shell", file -> array(file.image().last("ENTRYPOINT")).stream()
                        .findFirst().filter("java"::equals).isPresent() && file.image().all("CMD").isEmpty()),
                new Rule("has the flags that docs/deployment.md explains", file -> flags(file).equals(explained())),
                // What is learnt with another collector or heap fits less, or not at all.
                new Rule("learns with the flags that it starts with", file -> file.image().all("RUN").stream()
                        .filter(run -> run.contains("-XX:AOTCacheOutput="))
                        .anyMatch(run -> flags(file).stream().filter(flag -> LEARNT_WITH.matcher(flag).matches())
                                .allMatch(flag -> List.of(run.split("\\s+")).contains(flag)))),
                new Rule("copies what there is and the builder sees", file -> sources(file)
                        .filter(source -> !source.startsWith(FROM_BUILD)).allMatch(this::isSent)),
                new Rule("keeps files of jobs on a volume", file -> file.image().all("VOLUME").equals(List.of("/data"))
                        && file.image().all("ENV").stream().anyMatch(text -> text.contains("DATA_DIR=/data "))),
                // What is learnt of one form is of no use to the other.
                new Rule("writes logs for machines", file -> file.image().all("ENV").stream()
                        .anyMatch(text -> (text + " ").contains(LOGS))
                        && file.image().all("RUN").stream().filter(run -> run.contains("-XX:AOTCacheOutput="))
                                .allMatch(run -> run.contains(LOGS))),
                new Rule("lists its libraries", file -> file.all("RUN").stream()
                        .anyMatch(
                                run -> run.contains("./mvnw") && run.contains(" org.cyclonedx:cyclonedx-maven-plugin:"))
                        && file.image().all("COPY").contains(FROM_BUILD + "/source/target/bom.json /app/")),
                new Rule("knows no secret", file -> Stream.concat(file.all("ENV").stream(), file.all("ARG").stream())
                        .noneMatch(text -> text.matches(".*(API_KEYS|SECRET|PASSWORD|TOKEN|AUTH=none).*"))));
    }

    /** As it is then, or of one build, named by its tag or digest. */
    private static Pattern temurin(String kind) {
        return Pattern.compile("eclipse-temurin:25(\\.[0-9._]+)?-" + kind + "(@sha256:[0-9a-f]{64})?");
    }

    private static boolean isAdded(String run, String user) {
        Matcher added = ADDED_USER.matcher(run);
        return added.find() && added.group(1).equals(user);
    }

    /** What copies take, with the stage that it is from before it, if any. */
    private static Stream<String> sources(Dockerfile file) {
        return file.all("COPY").stream().flatMap(copy -> {
            String[] words = MODE.matcher(copy).replaceFirst("").split(" ");
            String stage = copy.startsWith(FROM_BUILD) ? FROM_BUILD : "";
            return Stream.of(words).limit(words.length - 1L).map(word -> stage + word);
        });
    }

    /** Whether a file or folder is there and .dockerignore, which leaves out everything else, lets it through. */
    private boolean isSent(String source) {
        List<String> lines = read(project.resolve(".dockerignore")).lines().toList();
        return Files.exists(project.resolve(source)) && lines.contains("*") && lines.contains("!" + source);
    }

    /** What stands between {@code java} and {@code -jar}. */
    private static Set<String> flags(Dockerfile file) {
        List<String> words = array(file.image().last("ENTRYPOINT"));
        return new LinkedHashSet<>(words.subList(Math.min(1, words.size()), Math.max(1, words.indexOf("-jar"))));
    }

    private Set<String> explained() {
        return FLAG_OF_A_TABLE.matcher(read(project.resolve(Path.of("docs", "deployment.md")))).results()
                .map(match -> match.group(1)).collect(toCollection(LinkedHashSet::new));
    }

    /** The words of a command in exec form; none where it is not. */
    private static List<String> array(String text) {
        try {
            JsonNode node = new ObjectMapper().readTree(text);
            return node.isArray()
                    ? Stream.of(new ObjectMapper().treeToValue(node, String[].class)).toList()
                    : List.of();
        } catch (JsonProcessingException e) {
            // In shell form, that is.
            return List.of();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
