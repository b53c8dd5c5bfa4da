package io.focusgen.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Dockerfile keeps its rules, and each rule can fail. */
class DockerfileTest {

    private static final Path PROJECT = Path.of("");
    private static final Path FILE = Path.of("src", "main", "docker", "Dockerfile");
    private static final DockerfileRules RULES = new DockerfileRules(PROJECT);

    @Test
    void nothingIsWrongWithIt() throws IOException {
        assertThat(RULES.complaints(read())).isEmpty();
    }

    /** One thing is replaced by another, and the rule that it is about says so, and no other. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            is built in a stage of its own                  | FROM eclipse-temurin:25-jre        | FROM eclipse-temurin:latest
            is built in a stage of its own                  | FROM eclipse-temurin:25-jre        | FROM eclipse-temurin:25-jdk
            is built in a stage of its own                  | FROM eclipse-temurin:25-jdk        | FROM eclipse-temurin:24-jdk
            is built in a stage of its own                  | RUN useradd                        | RUN ./mvnw package && useradd
            fetches nothing by itself                       | RUN useradd                        | RUN apt-get install -y curl && useradd
            fetches nothing by itself                       | COPY LICENSE                       | ADD LICENSE
            is the user that Pods run as                    | USER 10001                         | USER focus
            is the user that Pods run as                    | USER 10001                         | USER 0
            is the user that Pods run as                    | --uid 10001                        | --uid 10002
            has its labels                                  | image.licenses="MIT"               | image.licence="MIT"
            has its labels                                  | image.title="FOCUS generator"      | image.title=""
            says what it was made of                        | image.revision="${REVISION}"       | image.revision="main"
            says what it was made of                        | ARG VERSION=unknown                | ARG VERSION
            is asked whether it is ready, without a shell   | CMD ["bash", "-c",                 | CMD bash -c
            is asked whether it is ready, without a shell   | /q/health/ready                    | /q/health
            is asked whether it is ready, without a shell   | --timeout=5s                       | --retries=3
            has the flags that docs/deployment.md explains  | MaxRAMPercentage=                  | InitialRAMPercentage=
            has the flags that docs/deployment.md explains  | "-jar"                             | "-Xint", "-jar"
            has the flags that docs/deployment.md explains  | AlwaysActAsServerClassMachine      | NeverActAsServerClassMachine
            learns with the flags that it starts with       | 50 -XX:+AlwaysActAs                | 50 -XX:+NeverActAs
            learns with the flags that it starts with       | 50 -XX:+AlwaysActAs                | 25 -XX:+AlwaysActAs
            learns with the flags that it starts with       | --enable-native-access=ALL-UNNAMED -jar | -jar
            is started without a shell                      | ENTRYPOINT ["java"                 | ENTRYPOINT ["/opt/java/openjdk/bin/java"
            is started without a shell                      | USER 10001                         | USER 10001\\nCMD ["generate"]
            copies what there is and the builder sees       | COPY LICENSE NOTICE                | COPY LICENCE NOTICE
            copies what there is and the builder sees       | COPY LICENSE NOTICE                | COPY LICENSE README.md
            keeps files of jobs on a volume                 | VOLUME /data                       | VOLUME /var/data
            keeps files of jobs on a volume                 | DATA_DIR=/data                     | DATA_DIR=/app/data
            writes logs for machines                        | LOG_FORMAT=json                | LOG_FORMAT=text
            writes logs for machines                        | /tmp/data LOG_FORMAT=json      | /tmp/data
            lists its libraries                             | COPY --from=build /source/target/bom.json | COPY LICENSE
            lists its libraries                             | org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom | verify
            knows no secret                                 | USER 10001                         | USER 10001\\nARG DB_PASSWORD=x
            """)
    void whatIsWrongIsNoticedByItsRuleAlone(String rule, String right, String wrong) throws IOException {
        String text = Files.readString(PROJECT.resolve(FILE));
        assertThat(text).contains(right);

        Dockerfile broken = Dockerfile.parse(text.replace(right, wrong.replace("\\n", "\n")));

        assertThat(RULES.complaints(broken)).containsExactly(rule);
    }

    /** Otherwise it would build, and not start. */
    @Test
    @Tag("long")
    void everythingThatThePackageConsistsOfIsCopied() throws IOException {
        List<String> packaged = DockerfileRules.packaged(read());

        try (Stream<Path> files = Files.list(PROJECT.resolve(Path.of("target", "quarkus-app")))) {
            assertThat(files.filter(file -> Files.isDirectory(file) || file.toString().endsWith(".jar"))
                    .map(file -> Files.isDirectory(file) ? file.getFileName() + "/" : "*.jar").distinct())
                    .containsExactlyInAnyOrderElementsOf(packaged);
        }
    }

    private static Dockerfile read() throws IOException {
        return Dockerfile.parse(Files.readString(PROJECT.resolve(FILE)));
    }
}
