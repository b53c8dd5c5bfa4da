package io.focusgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import io.focusgen.archfixture.Extra;
import io.focusgen.archfixture.plan.Irreproducible;

/** Every rule reports the class that breaks it, and only that one. */
class ArchitectureRulesTest {

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackagesOf(Extra.class);

    private final ArchitectureRules rules = new ArchitectureRules("io.focusgen.archfixture");

    @Test
    void aRowOfTheTableReportsAForeignPackageAndAFrameworkAndARestrictedLibrary() {
        List<String> reported = rules.imports().stream().flatMap(ArchitectureRulesTest::violations).toList();

        assertThat(reported).anyMatch(text -> text.contains("catalog.KnowsPlan"))
                .anyMatch(text -> text.contains("focus.KnowsFramework"))
                .anyMatch(text -> text.contains("spec.KnowsYaml"))
                .anyMatch(text -> text.contains("stream.KnowsServer") && text.contains("HttpServerResponse"))
                .anyMatch(text -> text.contains("http.KnowsObserver"))
                .anyMatch(text -> text.contains("encode.KnowsZstd"))
                .allMatch(text -> text.contains(".Knows"))
                .noneMatch(text -> text.contains("<io.vertx.core.buffer.Buffer"));
    }

    @Test
    void aPackageWithoutARowAndAStrangerBesideMainAreReported() {
        assertThat(violations(rules.everyPackageHasARow())).containsExactlyInAnyOrder(
                "io.focusgen.archfixture.Extra is in a package without a row",
                "io.focusgen.archfixture.loop.Forth is in a package without a row",
                "io.focusgen.archfixture.loop.package-info is in a package without a row",
                "io.focusgen.archfixture.unmarked.Back is in a package without a row");
    }

    @Test
    void aRootThatKnowsThePlannerIsReported() {
        assertThat(violations(rules.mainOnlyStarts())).isNotEmpty()
                .allMatch(text -> text.contains("archfixture.Extra") && text.contains("plan.HashOrdered"));
    }

    @Test
    void whoImportsAnObserverIsReported() {
        assertThat(violations(rules.nobodyImportsObserve())).isNotEmpty()
                .allMatch(text -> text.contains("http.KnowsObserver"));
    }

    @Test
    void aCycleIsReported() {
        assertThat(violations(rules.noCycles())).singleElement().asString()
                .contains("Slice loop", "Slice unmarked");
    }

    @Test
    void everySourceOfOtherBytesIsReported() {
        List<String> reported = violations(rules.coreIsReproducible()).toList();

        for (Method method : Irreproducible.class.getDeclaredMethods()) {
            String call = "Irreproducible." + method.getName() + "()";
            if (method.getName().equals("fine")) {
                assertThat(reported).as(call).noneMatch(text -> text.contains(call));
            } else {
                assertThat(reported).as(call).anyMatch(text -> text.contains(call));
            }
        }
    }

    @Test
    void aHashMapInTheCoreIsReportedOutsideOfTheChecks() {
        List<String> reported = violations(rules.coreHasNoHashOrder()).toList();

        assertThat(reported).anyMatch(text -> text.contains("HashOrdered.map()"))
                .anyMatch(text -> text.contains("HashOrdered.reference()"))
                .anyMatch(text -> text.contains("HashOrdered.collected()"))
                .noneMatch(text -> text.contains("conform"));
    }

    @Test
    void waitingIsReported() {
        List<String> reported = violations(rules.nothingWaits()).toList();

        assertThat(reported).anyMatch(text -> text.contains("Waits.await("))
                .anyMatch(text -> text.contains("Waits.iterable("))
                .noneMatch(text -> text.contains("Waits.fine("));
    }

    @Test
    void printingIsReported() {
        assertThat(violations(rules.onlyCliPrints())).anyMatch(text -> text.contains("Prints.out()"))
                .anyMatch(text -> text.contains("Prints.err()"))
                .anyMatch(text -> text.contains("Prints.trace("))
                .allMatch(text -> text.contains("http.Prints"));
    }

    @Test
    void aPackageWithoutGuideIsReported() {
        assertThat(violations(rules.everyPackageIsNullMarked())).containsExactly(
                "io.focusgen.archfixture.unmarked.Back: its package has no package-info.java with @NullMarked");
    }

    private static Stream<String> violations(ArchRule rule) {
        return rule.evaluate(BROKEN).getFailureReport().getDetails().stream();
    }
}
