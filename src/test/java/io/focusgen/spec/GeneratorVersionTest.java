package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class GeneratorVersionTest {

    @Test
    void theVersionInTheCodeIsTheVersionOfTheBuild() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>focus-generator</artifactId>\n    <version>" + GeneratorVersion.CURRENT
                        + "</version>");
    }
}
