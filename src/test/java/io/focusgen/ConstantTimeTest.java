package io.focusgen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.focusgen.guard.key.Fingerprint;

/** What is secret is compared in a time that does not tell how much of a guess is right. */
class ConstantTimeTest {

    private static final JavaClasses GUARDS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.focusgen.guard");

    private static Set<String> calledBy(String type, String method) {
        List<JavaMethod> methods = GUARDS.get(type).getMethods().stream().filter(each -> each.getName().equals(method))
                .toList();
        assertThat(methods).as("%s.%s", type, method).hasSize(1);
        return methods.get(0).getMethodCallsFromSelf().stream()
                .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName()).collect(Collectors.toSet());
    }

    @Test
    void fingerprintsSignaturesAndTokensAreComparedByWhatTakesTheSameTimeWhereverTheyDiffer() {
        assertThat(calledBy(Fingerprint.class.getName(), "equals")).containsOnly("MessageDigest.isEqual");
        String signer = "io.focusgen.guard.session.SessionSigner";
        assertThat(calledBy(signer, "same")).containsExactlyInAnyOrder("MessageDigest.isEqual", "String.getBytes");
        assertThat(calledBy(signer, "read")).contains("SessionSigner.same").doesNotContain("String.equals");
        assertThat(calledBy("io.focusgen.guard.session.Sessions", "isToken")).contains("SessionSigner.same")
                .doesNotContain("String.equals");
    }

    @Test
    void nothingOfKeysAndSessionsIsComparedByWhatStopsAtTheFirstDifference() {
        for (String method : List.of("equals", "compare", "mismatch")) {
            noClasses().that().resideInAnyPackage("io.focusgen.guard.key..", "io.focusgen.guard.session..")
                    .should().callMethod(java.util.Arrays.class, method, byte[].class, byte[].class).check(GUARDS);
        }
    }
}
