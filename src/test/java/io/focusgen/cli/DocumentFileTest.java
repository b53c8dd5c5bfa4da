package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.spec.Violation;

class DocumentFileTest {

    private static final String DOCUMENT = "teams:\n  - name: a\n";

    private final List<Violation> refused = new ArrayList<>();

    @TempDir
    Path folder;

    private List<String> read(String name, String... values) {
        return DocumentFile.read(name, List.of(values), refused::add);
    }

    @Test
    void aFileStandsForItsText() throws IOException {
        Path file = Files.writeString(folder.resolve("acme.yaml"), DOCUMENT);

        assertThat(read("organisation", "@" + file)).containsExactly(DOCUMENT);
        assertThat(read("organization", "@" + file, "sampleco")).containsExactly(DOCUMENT, "sampleco");
        assertThat(refused).isEmpty();
    }

    @Test
    void whatIsNotADocumentIsNotRead() {
        assertThat(read("rows", "@acme.yaml")).containsExactly("@acme.yaml");
        assertThat(read("organisation", "sampleco")).containsExactly("sampleco");
        assertThat(refused).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsRefused() {
        for (String value : List.of("@" + folder.resolve("none.yaml"), "@" + folder, "@\0")) {
            refused.clear();

            assertThat(read("organisation", value)).isEmpty();
            assertThat(refused).containsExactly(new Violation("organisation", value,
                    "Must name a file that can be read after the @.", null));
        }
    }

    @Test
    void aFileOfAnySizeIsReadNoFurtherThanIsNeededToRefuseIt() throws IOException {
        Path file = Files.write(folder.resolve("large.yaml"), new byte[3 << 20]);

        assertThat(read("organisation", "@" + file)).singleElement()
                .satisfies(text -> assertThat(text).hasSize(1 << 20));
    }
}
