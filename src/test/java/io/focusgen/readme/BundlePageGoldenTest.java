package io.focusgen.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleFile;
import io.focusgen.bundle.BundleParameter;
import io.focusgen.bundle.BundleReader;
import io.focusgen.bundle.BundleRequest;
import io.focusgen.bundle.Layout;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;

/** What the page about bundles says must be so. */
class BundlePageGoldenTest {

    private static final Path PAGE = Path.of("docs", "bundle.md");

    private static String page() throws IOException {
        return Files.readString(PAGE, StandardCharsets.UTF_8);
    }

    private static Bundle bundle(Layout layout) {
        BundleRequest request = BundleReader.read(Map.of("provider", List.of("aws,gcp"), "month", List.of("2026-01"),
                "months", List.of("3"), "layout", List.of(layout.label())),
                new Defaults(YearMonth.of(2026, 3), () -> 1));
        return Bundle.of(request);
    }

    @Test
    void theParametersAreThoseThatTheCodeReads() throws IOException {
        String now = PreviewPageGoldenTest.replaced(page(), "parameters",
                Documentation.markdown(List.of(BundleParameter.values())));
        if ("write".equals(System.getProperty("focusgen.golden"))) {
            Files.writeString(PAGE, now, StandardCharsets.UTF_8);
        }
        assertThat(page()).isEqualTo(now);
    }

    @Test
    void theFilesAreThoseThatThereAre() throws IOException {
        for (Layout layout : Layout.values()) {
            List<BundleFile> files = bundle(layout).files();
            assertThat(page()).contains("| `" + layout.label() + "` | `" + files.get(0).name() + "`");
            assertThat(files).filteredOn(file -> !file.isData())
                    .allSatisfy(file -> assertThat(page()).contains("`" + file.name() + "`"));
        }
        assertThat(page()).contains("10,000 files");
        assertThat(BundleRequest.MOST_FILES).isEqualTo(10_000);
    }

    @Test
    void theManifestHasTheMembersOfTheTable() throws IOException {
        List<String> members = new ArrayList<>();
        new ObjectMapper().readTree(bundle(Layout.MONTHLY).manifest(List.of())).fieldNames()
                .forEachRemaining(members::add);
        String table = page().substring(page().indexOf("## Manifest"), page().indexOf("## For readers"));
        assertThat(members).isNotEmpty().allSatisfy(member -> assertThat(table).contains("`" + member + "`"));
    }
}
