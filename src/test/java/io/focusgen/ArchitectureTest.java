package io.focusgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import io.focusgen.focus.FocusColumn;

/** The product keeps the rules of {@link ArchitectureRules}; {@link ArchitectureRulesTest} shows that they can fail. */
class ArchitectureTest {

    private static final URL MAIN_CLASSES = FocusColumn.class.getProtectionDomain().getCodeSource().getLocation();
    private static final JavaClasses PRODUCT = new ClassFileImporter().importUrl(MAIN_CLASSES);

    private final ArchitectureRules rules = new ArchitectureRules("io.focusgen");

    @Test
    void theProductIsReallyRead() {
        assertThat(PRODUCT.contain(FocusColumn.class)).isTrue();
        assertThat(PRODUCT.contain(ArchitectureTest.class)).as("test classes are not the product").isFalse();
    }

    @Test
    void everyPackageImportsOnlyWhatItsRowInTheTableSays() {
        List<ArchRule> rows = rules.imports();

        rows.forEach(row -> row.check(PRODUCT));
    }

    @Test
    void everyPackageHasARowAndTheRootHoldsOnlyMain() {
        rules.everyPackageHasARow().check(PRODUCT);
    }

    @Test
    void mainKnowsTheCommandLineAndTheFrameworkOnly() {
        rules.mainOnlyStarts().check(PRODUCT);
    }

    @Test
    void nobodyImportsObserve() {
        rules.nobodyImportsObserve().check(PRODUCT);
    }

    @Test
    void packagesFormNoCycle() {
        rules.noCycles().check(PRODUCT);
    }

    @Test
    void noFormatKnowsAnother() {
        rules.formatsKnowNoOther().check(PRODUCT);
    }

    @Test
    void theCoreDependsOnNothingThatChangesBytes() {
        rules.coreIsReproducible().check(PRODUCT);
        rules.coreHasNoHashOrder().check(PRODUCT);
    }

    @Test
    void nothingWaitsForAStream() {
        rules.nothingWaits().check(PRODUCT);
    }

    @Test
    void onlyTheCommandLinePrints() {
        rules.onlyCliPrints().check(PRODUCT);
    }

    @Test
    void everyPackageHasAGuideAndForbidsNull() {
        rules.everyPackageIsNullMarked().check(PRODUCT);
    }
}
