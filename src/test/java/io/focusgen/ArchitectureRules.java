package io.focusgen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.NullMarked;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * The rules of the architecture for the packages below {@code root}: {@code io.focusgen} for the product, another one
 * for the classes that show that each rule can fail.
 */
record ArchitectureRules(String root) {

    private static final List<String> CORE = List.of("focus", "catalog", "spec", "estate", "plan", "generate", "encode",
            "conform", "summary", "table", "pricelist", "truth", "preview");

    /** All that the core knows besides itself. */
    private static final List<String> PLAIN = List.of("java..", "org.jspecify.annotations..");

    /** What everything outside the core may use. */
    private static final List<String> FREE = List.of("java..", "javax..", "org.jspecify.annotations..", "jakarta..",
            "io.quarkus..", "org.eclipse.microprofile..", "io.smallrye..", "org.jboss.logging..");

    /**
     * A row of the package table.
     *
     * @param name the package, with those below it that have no row of their own
     * @param sees our packages that it may import besides itself
     * @param libraries what it may import from elsewhere
     */
    private record Row(String name, List<String> sees, List<String> libraries) {

        static Row core(String name, String... sees) {
            return new Row(name, List.of(sees), PLAIN);
        }

        static Row core(String name, List<String> sees, String... libraries) {
            return new Row(name, sees, Stream.concat(PLAIN.stream(), Stream.of(libraries)).toList());
        }

        static Row edge(String name, List<String> sees, String... libraries) {
            return new Row(name, sees, Stream.concat(FREE.stream(), Stream.of(libraries)).toList());
        }
    }

    private static final List<Row> TABLE = List.of(
            Row.core("focus"),
            Row.core("catalog", "focus"),
            Row.core("spec", "focus", "catalog"),
            Row.core("spec.organisation", List.of("focus", "catalog"), "org.snakeyaml.engine.v2.."),
            Row.core("estate", "focus", "catalog", "spec"),
            Row.core("plan", "focus", "catalog", "spec", "estate"),
            Row.core("generate", "focus", "catalog", "spec", "estate", "plan"),
            Row.core("encode", "focus", "generate"),
            Row.core("encode.compress", List.of("encode"), "com.github.luben.zstd.."),
            Row.core("encode.parquet", List.of("focus", "generate", "encode"), "com.github.luben.zstd..",
                    "org.apache.parquet.."),
            Row.core("table", "focus", "spec", "encode"),
            Row.core("pricelist", "focus", "catalog", "spec", "estate", "generate", "table", "encode"),
            Row.core("summary", "focus", "catalog", "spec", "estate", "plan", "generate"),
            Row.core("truth", "focus", "catalog", "spec", "estate", "plan", "generate", "summary", "table", "encode"),
            Row.core("conform", "focus"),
            Row.core("preview", "focus", "catalog", "spec", "estate", "plan", "generate", "encode", "summary", "truth"),
            // A Vert.x buffer holds a Netty buffer; recycling its array means writing one.
            Row.edge("stream", List.of("focus", "catalog", "spec", "estate", "plan", "generate", "encode",
                    "table", "pricelist", "truth"),
                    "io.vertx.core.buffer..", "io.vertx.mutiny.core.buffer..", "io.netty.buffer.."),
            Row.edge("bundle", List.of("focus", "catalog", "spec", "encode", "table", "pricelist", "truth", "stream"),
                    "com.fasterxml.jackson..", "io.vertx.core.buffer.."),
            Row.edge("sink", List.of("encode", "stream"), "io.vertx.core.buffer.."),
            Row.edge("sink.disk", List.of("encode", "stream", "sink"), "io.vertx.core.."),
            Row.edge("sink.s3", List.of("encode", "stream", "sink"), "io.vertx.core..",
                    "software.amazon.awssdk..", "org.reactivestreams.."),
            Row.edge("redis", List.of(), "io.vertx.mutiny.redis.."),
            Row.edge("job", List.of("focus", "catalog", "spec", "encode", "stream", "bundle", "sink", "redis"),
                    "com.fasterxml.jackson..", "io.vertx.."),
            Row.edge("limit", List.of("redis"), "io.vertx.."),
            Row.edge("cache", List.of(), "com.github.benmanes.caffeine.."),
            Row.edge("cache.redis", List.of("cache", "redis"), "io.vertx.."),
            Row.edge("guard", List.of("limit", "redis", "http.filter"), "io.vertx..", "com.github.benmanes.caffeine.."),
            // Whoever makes a key need not run the service.
            Row.edge("guard.key", List.of("limit", "guard"), "io.vertx.core.."),
            Row.edge("http", List.of("focus", "catalog", "spec", "estate", "plan", "encode", "stream", "conform",
                    "summary", "table", "pricelist", "truth", "preview", "bundle", "sink", "job", "limit", "guard",
                    "cache", "redis"),
                    "io.vertx..", "io.netty..", "com.fasterxml.jackson..", "org.jboss.resteasy.reactive..",
                    "org.jboss.logmanager.."),
            Row.edge("cli", List.of("focus", "catalog", "spec", "estate", "plan", "generate", "encode", "conform",
                    "stream", "summary", "table", "pricelist", "truth", "preview", "bundle", "sink", "http.offer",
                    "guard"),
                    "picocli..", "software.amazon.awssdk.."),
            Row.edge("observe", List.of("focus", "catalog", "spec", "estate", "plan", "generate", "encode", "conform",
                    "stream", "bundle", "sink", "job", "limit", "guard", "cache", "http", "cli"), "io.micrometer..",
                    "io.netty..", "io.vertx.core..",
                    "io.vertx.ext.web.."),
            Row.edge("observe.trace", List.of("spec", "sink", "job", "http", "observe"), "io.opentelemetry..",
                    "io.vertx.."),
            Row.edge("observe.sentry", List.of("spec", "job", "http", "observe"), "io.sentry..", "io.vertx.ext.web.."));

    /** One rule per row: {@code name} imports what its row says and nothing else. */
    List<ArchRule> imports() {
        List<ArchRule> rules = new ArrayList<>();
        for (Row row : TABLE) {
            List<String> allowed = new ArrayList<>(row.libraries());
            allowed.add(below(row.name()));
            row.sees().forEach(seen -> allowed.add(below(seen)));
            String[] ownRow = TABLE.stream().map(Row::name).filter(name -> name.startsWith(row.name() + "."))
                    .map(this::below).toArray(String[]::new);
            rules.add(classes().that().resideInAPackage(below(row.name()))
                    .and().resideOutsideOfPackages(ownRow)
                    .should().onlyDependOnClassesThat().resideInAnyPackage(allowed.toArray(String[]::new))
                    .allowEmptyShould(true));
        }
        return rules;
    }

    /** The root package starts the program and does nothing else. */
    ArchRule mainOnlyStarts() {
        return classes().that().resideInAPackage(root)
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage(root, below("cli"), "java..", "io.quarkus..", "org.jspecify.annotations..")
                .allowEmptyShould(true);
    }

    /** A new package needs a row in the table; the root package holds nothing but the way in. */
    ArchRule everyPackageHasARow() {
        List<String> known = TABLE.stream().map(row -> below(row.name())).toList();
        return classes().should(new ArchCondition<>("have a row in the package table, or be " + root + ".Main") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean main = type.getName().matches(escaped(root) + "\\.(Main(\\$.*)?|package-info)");
                boolean listed = known.stream()
                        .anyMatch(name -> PackageMatcher.of(name).matches(type.getPackageName()));
                if (!main && !listed) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in a package without a row"));
                }
            }
        });
    }

    ArchRule nobodyImportsObserve() {
        return classes().that().resideOutsideOfPackage(below("observe"))
                .should().onlyDependOnClassesThat().resideOutsideOfPackage(below("observe"));
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** A format is added or dropped without touching another. */
    ArchRule formatsKnowNoOther() {
        return slices().matching(below("encode").replace("..", ".(*)..")).should().notDependOnEachOther()
                .allowEmptyShould(true);
    }

    /** Bytes are a function of the request: no clock, chance, machine default, or arithmetic that a JDK may change. */
    ArchRule coreIsReproducible() {
        return classes().that().resideInAnyPackage(core())
                .should(touchNothing("that differs between machines, runs or JDKs", NotReproducible::isBanned))
                .allowEmptyShould(true);
    }

    /** The order of a HashMap is not part of its contract; {@code conform} only counts, so it may have the fast one. */
    ArchRule coreHasNoHashOrder() {
        return classes().that().resideInAnyPackage(core()).and().resideOutsideOfPackage(below("conform"))
                .should(touchNothing("that iterates in the order of hashes", NotReproducible::isHashOrdered))
                .allowEmptyShould(true);
    }

    /** Waiting on an event loop stops every stream on it. */
    ArchRule nothingWaits() {
        return classes().should(touchNothing("that blocks until a Uni or Multi is done", target -> {
            String owner = target.getOwner().getName();
            return owner.equals("io.smallrye.mutiny.Uni") && target.getName().equals("await")
                    || owner.equals("io.smallrye.mutiny.groups.UniAwait")
                    || owner.equals("io.smallrye.mutiny.groups.MultiSubscribe")
                            && Set.of("asIterable", "asStream").contains(target.getName())
                    || target.getName().endsWith("AndAwait");
        }));
    }

    /** Data goes to standard output, and only the command line knows which output that is. */
    ArchRule onlyCliPrints() {
        return classes().that().resideOutsideOfPackage(below("cli"))
                .should(new ArchCondition<>("not use System.out or System.err") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getFieldAccessesFromSelf().stream()
                                .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
                                .forEach(access -> events
                                        .add(SimpleConditionEvent.violated(type, access.getDescription())));
                        type.getCodeUnitAccessesFromSelf().stream()
                                .filter(access -> access.getTarget().getName().equals("printStackTrace"))
                                .forEach(access -> events
                                        .add(SimpleConditionEvent.violated(type, access.getDescription())));
                    }
                });
    }

    /** The package-info is the guide for a reader, and where null is switched off. */
    ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<>("be in a package whose package-info says @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                if (!home.isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type,
                            type.getName() + ": its package has no package-info.java with @NullMarked"));
                }
            }
        });
    }

    private static ArchCondition<JavaClass> touchNothing(String what, Predicate<CodeUnitAccessTarget> banned) {
        return new ArchCondition<>("call or refer to nothing " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> banned.test(access.getTarget()))
                        .map(JavaAccess::getDescription)
                        .forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
            }
        };
    }

    private String[] core() {
        return CORE.stream().map(this::below).toArray(String[]::new);
    }

    private String below(String name) {
        return root + "." + name + "..";
    }

    private static String escaped(String name) {
        return name.replace(".", "\\.");
    }
}
