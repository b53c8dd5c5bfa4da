package io.focusgen.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkus.vertx.http.runtime.filters.Filters;

/** The table is read from top to bottom, and nobody has a place elsewhere. */
class FilterTableTest {

    @Test
    void theTableStandsInTheOrderOfItsPriorities() {
        assertThat(Stream.of(FilterOrder.values()).map(FilterOrder::priority))
                .isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
    }

    @Test
    void nobodyRegistersBesideTheTable() {
        JavaClasses product = new ClassFileImporter()
                .importUrl(FilterOrder.class.getProtectionDomain().getCodeSource().getLocation());
        List<String> callers = product.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Filters.class)))
                .map(JavaClass::getName).toList();

        assertThat(callers).containsExactly(FilterOrder.class.getName());
    }
}
