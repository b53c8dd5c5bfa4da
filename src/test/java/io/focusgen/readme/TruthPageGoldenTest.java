package io.focusgen.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import io.focusgen.spec.AnomalyKind;
import io.focusgen.spec.WasteKind;
import io.focusgen.table.TableColumn;
import io.focusgen.truth.Sheet;

/** The page about answer sheets says what stands in them. */
class TruthPageGoldenTest {

    private static final Path PAGE = Path.of("docs", "truth.md");

    @Test
    void everySheetHasItsColumns() throws IOException {
        String now = Files.readString(PAGE, StandardCharsets.UTF_8);
        for (Sheet sheet : Sheet.values()) {
            StringBuilder table = new StringBuilder("| Column | Meaning |\n|---|---|\n");
            for (TableColumn column : sheet.columns()) {
                table.append("| `").append(column.id()).append("` | ").append(column.help()).append(" |\n");
            }
            now = PreviewPageGoldenTest.replaced(now, sheet.label(), table.toString());
        }
        if ("write".equals(System.getProperty("focusgen.golden"))) {
            Files.writeString(PAGE, now, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).isEqualTo(now);
    }

    @Test
    void everyKindOfWasteStandsWithItsAdvice() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        for (WasteKind kind : WasteKind.values()) {
            assertThat(page).containsPattern("\\| `" + kind.label() + "` \\| .* \\| `"
                    + (kind.isNeeded() ? "resize" : "delete") + "` \\|");
        }
    }

    @Test
    void everyKindStandsWithItsHours() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        for (AnomalyKind kind : AnomalyKind.values()) {
            assertThat(page).containsPattern("\\| `" + kind.label() + "` \\| .* \\| " + kind.leastHours() + " to "
                    + kind.mostHours() + " \\|");
        }
    }
}
