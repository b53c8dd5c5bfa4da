package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Placeholders;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Sku;
import io.focusgen.focus.ServiceCategory;
import io.focusgen.spec.Distribution;

class EstateTablesTest {

    private static final Catalog CATALOG = Catalog.of(Provider.of("aws"));
    private static final EstateTables TABLES = EstateTables.of(CATALOG, Provider.of("aws"));

    static Stream<Architecture> variants() {
        return TABLES.architectures().stream().filter(architecture -> !architecture.variant().startsWith("landing-"));
    }

    static Stream<Blueprint> blueprints() {
        return TABLES.blueprints().stream();
    }

    private static List<BlueprintLine> lines(List<Blueprint> slots) {
        return slots.stream().flatMap(slot -> slot.lines().stream()).toList();
    }

    @Test
    void thereAreEnoughKindsOfApplications() {
        assertThat(variants()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(variants().map(Architecture::kind).distinct()).contains("web-shop", "data-pipeline", "ml-training",
                "ml-inference", "media-delivery", "batch", "internal-tool", "saas", "storage-backup", "network-hub",
                "iot",
                "analytics");
    }

    @Test
    void togetherTheyUseManyServicesAndSkus() {
        Set<String> services = new TreeSet<>();
        Set<String> skus = new TreeSet<>();
        for (BlueprintLine line : variants().flatMap(variant -> lines(variant.slots()).stream()).toList()) {
            services.add(line.service().name());
            line.machines().forEach(machine -> machine.parts().forEach(part -> skus.add(part.sku().key())));
        }

        assertThat(services).hasSizeGreaterThanOrEqualTo(30);
        assertThat(skus).hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void everySkuThatIsNeitherSupportNorCommitmentHasAUse() {
        Set<String> used = new TreeSet<>();
        blueprints().forEach(blueprint -> lines(List.of(blueprint))
                .forEach(line -> line.machines()
                        .forEach(machine -> machine.parts().forEach(part -> used.add(part.sku().key())))));

        assertThat(CATALOG.skus()).extracting(Sku::key).filteredOn(key -> !used.contains(key))
                .containsExactlyInAnyOrder("ec2-instance-savings-plan-1yr", "support-developer",
                        "support-enterprise-on-ramp");
    }

    @Test
    void everyCoreBlueprintHasAUse() {
        Set<String> used = new TreeSet<>();
        TABLES.architectures().forEach(architecture -> architecture.slots().forEach(slot -> used.add(slot.name())));

        assertThat(blueprints().filter(blueprint -> blueprint.lifetime() == Lifetime.CORE).map(Blueprint::name))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aVariantHasEightSlotsOfWhichAThirdOfTheLinesIsFree(Architecture variant) {
        List<BlueprintLine> lines = lines(variant.slots());
        double free = lines.stream().filter(line -> line.role() == LineRole.ZERO).count() / (double) lines.size();

        assertThat(variant.slots()).hasSize(8).doesNotHaveDuplicates();
        assertThat(lines).hasSizeBetween(12, 20);
        assertThat(free).isBetween(0.27, 0.40);
    }

    @Test
    void mostVariantsAnchorACommitmentInTheirFirstTwoSlots() {
        long anchored = variants()
                .filter(variant -> variant.slots().subList(0, 2).stream().anyMatch(Blueprint::isAnchor)).count();

        assertThat(anchored * 10).isGreaterThanOrEqualTo(variants().count() * 8);
        for (LineRole anchor : List.of(LineRole.USAGE_ANCHOR, LineRole.SPEND_ANCHOR)) {
            assertThat(variants()).allMatch(
                    variant -> lines(variant.slots()).stream().filter(line -> line.role() == anchor).count() <= 1);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void whatMachinesOfFixedSizeLeaveOverCanAlwaysGoSomewhere(Architecture variant) {
        for (int slots = 1; slots <= variant.slots().size(); slots++) {
            Set<String> sized = new TreeSet<>();
            Set<String> elastic = new TreeSet<>();
            for (BlueprintLine line : lines(variant.slots().subList(0, slots))) {
                boolean compute = line.service().category() == ServiceCategory.COMPUTE;
                String lineClass = line.service().category().label()
                        + (compute && line.first().eligible() ? " covered" : "");
                if (line.role() == LineRole.SIZED) {
                    sized.add(lineClass);
                }
                if (line.role() == LineRole.FLEET || line.role() == LineRole.ELASTIC) {
                    elastic.add(lineClass);
                }
            }
            assertThat(elastic).as("%d slots", slots).containsAll(sized);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theServiceOfAnAnchorHasSomethingElseToPayFor(Architecture variant) {
        for (Blueprint anchor : variant.slots().stream().filter(Blueprint::isAnchor).toList()) {
            assertThat(anchor.service().name()).isEqualTo("Amazon Elastic Compute Cloud");
            assertThat(lines(variant.slots())).anyMatch(line -> line.service().equals(anchor.service())
                    && !line.role().isAnchor() && line.role() != LineRole.ZERO);
        }
    }

    @ParameterizedTest
    @EnumSource(Distribution.class)
    void everyDistributionPrefersItsOwnKind(Distribution distribution) {
        String favourite = variants().reduce((a, b) -> b.weight(distribution) > a.weight(distribution) ? b : a)
                .orElseThrow().kind();

        assertThat(variants()).allMatch(variant -> variant.weight(distribution) > 0);
        String expected = switch (distribution) {
            case EVENLY_DISTRIBUTED, BALANCED, COMPUTE_HEAVY -> favourite;
            case ML_FOCUSED -> "ml-inference";
            case DATA_INTENSIVE -> "data-pipeline";
            case MEDIA_INTENSIVE -> "media-delivery";
            case STORAGE_HEAVY -> "storage-backup";
            case NETWORK_HEAVY -> "network-hub";
        };
        assertThat(favourite).isEqualTo(expected);
    }

    @Test
    void tieredLinesAreTheSixThatArePooled() {
        assertThat(blueprints().flatMap(blueprint -> blueprint.lines().stream())
                .filter(line -> line.role() == LineRole.TIERED)
                .map(line -> line.first().key()).distinct())
                .containsExactlyInAnyOrder("ec2-dt-out-internet", "s3-std", "lambda-gbs", "cf-out-us", "cw-logs-in",
                        "ddb-storage");
    }

    @Test
    void shortLivedBlueprintsHaveOneLineAndAFixedOrder() {
        assertThat(TABLES.shortLived()).extracting(Blueprint::name).containsExactly("training-job", "glue-job",
                "mediaconvert-job", "transfer-burst", "s3-batch", "dynamodb-import", "ec2-spot", "fargate-batch",
                "codebuild-run",
                "express-workflow", "emr-serverless-job");
        assertThat(TABLES.shortLived()).allMatch(blueprint -> blueprint.lines().size() == 1);
        assertThat(TABLES.shortLived()).extracting(blueprint -> blueprint.service().category().label()).startsWith(
                "AI and Machine Learning", "Analytics", "Media", "Networking", "Storage", "Databases", "Compute");
    }

    @Test
    void theLandingZoneIsNeverDrawn() {
        assertThat(TABLES.landingAnchors().slots()).extracting(slot -> slot.lines().get(0).role())
                .containsExactly(LineRole.USAGE_ANCHOR, LineRole.SPEND_ANCHOR);
        assertThat(lines(TABLES.landingCore().slots())).hasSize(8).allMatch(line -> line.role() == LineRole.ELASTIC);
        assertThat(TABLES.landingCore().slots()).extracting(slot -> slot.service().category()).containsExactly(
                ServiceCategory.STORAGE, ServiceCategory.DATABASES, ServiceCategory.NETWORKING,
                ServiceCategory.AI_AND_MACHINE_LEARNING, ServiceCategory.ANALYTICS, ServiceCategory.MEDIA,
                ServiceCategory.MANAGEMENT_AND_GOVERNANCE, ServiceCategory.SECURITY);
        for (Distribution distribution : Distribution.values()) {
            assertThat(TABLES.landingAnchors().weight(distribution)).isZero();
            assertThat(TABLES.landingCore().weight(distribution)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void aResourceIdIsAnArnThatOnlyItsResourceHas(Blueprint blueprint) {
        List<String> id = Placeholders.in(blueprint.idTemplate());
        List<String> name = Placeholders.in(blueprint.nameTemplate());

        assertThat(blueprint.idTemplate()).startsWith("arn:aws:");
        assertThat(Stream.concat(id.stream(), id.contains("name") ? name.stream() : Stream.empty()))
                .as("something random or counted in %s", blueprint.idTemplate())
                .anyMatch(part -> part.matches("uuid|(hex|alnum|HEX|ALNUM|n)[0-9]+"));
        assertThat(id.contains("region")).isEqualTo(blueprint.idTemplate().contains(":{region}:"));
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void theLinesOfABlueprintBelongToItsService(Blueprint blueprint) {
        for (BlueprintLine line : blueprint.lines()) {
            assertThat(line.machines()).isNotEmpty()
                    .allMatch(machine -> machine.sku().service().equals(blueprint.service()));
            assertThat(line.weight()).isBetween(1, 1000);
        }
        assertThat(TABLES.blueprint(blueprint.name())).isSameAs(blueprint);
    }

    @Test
    void lineClassesHavePlacesOfTheirOwn() {
        Set<Integer> places = new TreeSet<>();
        for (ServiceCategory category : ServiceCategory.values()) {
            assertThat(places.add(new LineClass(category, false).index())).isTrue();
        }
        assertThat(places.add(new LineClass(ServiceCategory.COMPUTE, true).index())).isTrue();

        assertThat(places).hasSize(LineClass.COUNT).allMatch(place -> place >= 0 && place < LineClass.COUNT);
        assertThatIllegalArgumentException().isThrownBy(() -> new LineClass(ServiceCategory.STORAGE, true));
    }

    @Test
    void spotMachinesAreNotCovered() {
        LineClass spot = TABLES.blueprint("ec2-spot").lines().get(0).lineClass();

        assertThat(spot).isEqualTo(new LineClass(ServiceCategory.COMPUTE, false));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatIllegalArgumentException().isThrownBy(() -> TABLES.blueprint("nothing"))
                .withMessageContaining("nothing");
    }
}
