package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.MeterKind;
import io.focusgen.catalog.Placeholders;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.ServiceCategory;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.WasteKind;

/** What the estate of every provider promises to the planner, and that the company is the same in each. */
class EstateTablesTest {

    /** What the cheapest machine that is always on may cost an hour, so that small bills can have one. */
    private static final double AFFORDABLE = 2.5;

    static List<Provider> providers() {
        return Provider.all();
    }

    static Stream<Arguments> variants() {
        return Provider.all().stream()
                .flatMap(provider -> variants(tables(provider)).map(variant -> Arguments.of(provider, variant)));
    }

    static Stream<Arguments> distributions() {
        return Provider.all().stream().flatMap(provider -> Stream.of(Distribution.values())
                .map(distribution -> Arguments.of(provider, distribution)));
    }

    private static EstateTables tables(Provider provider) {
        return EstateTables.of(Catalog.of(provider), provider);
    }

    private static Stream<Architecture> variants(EstateTables tables) {
        return tables.architectures().stream().filter(architecture -> !architecture.variant().startsWith("landing-"));
    }

    private static List<BlueprintLine> lines(List<Blueprint> slots) {
        return slots.stream().flatMap(slot -> slot.lines().stream()).toList();
    }

    private static Set<String> skus(List<BlueprintLine> lines) {
        Set<String> keys = new TreeSet<>();
        lines.forEach(line -> line.machines()
                .forEach(machine -> machine.parts().forEach(part -> keys.add(part.sku().key()))));
        return keys;
    }

    @Test
    void theCompanyIsBuiltTheSameWayInEveryCloud() {
        List<Architecture> first = tables(Provider.all().get(0)).architectures();

        assertThat(first.stream().map(Architecture::kind).distinct()).contains("web-shop", "data-pipeline",
                "ml-training", "ml-inference", "media-delivery", "batch", "internal-tool", "saas", "storage-backup",
                "network-hub", "iot", "analytics");
        for (Provider provider : Provider.all()) {
            List<Architecture> others = tables(provider).architectures();
            assertThat(others).extracting(Architecture::variant)
                    .containsExactlyElementsOf(first.stream().map(Architecture::variant).toList());
            assertThat(others).extracting(Architecture::kind)
                    .containsExactlyElementsOf(first.stream().map(Architecture::kind).toList());
            assertThat(others).extracting(Architecture::weights)
                    .containsExactlyElementsOf(first.stream().map(Architecture::weights).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void itsApplicationsUseManyServicesAndSkus(Provider provider) {
        List<BlueprintLine> lines = variants(tables(provider)).flatMap(variant -> lines(variant.slots()).stream())
                .toList();

        assertThat(lines.stream().map(line -> line.service().name()).distinct()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(skus(lines)).hasSizeGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everySkuThatIsNeitherSupportNorCommitmentHasAUse(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        Set<String> used = skus(lines(tables(provider).blueprints()));
        List<String> elsewhere = new ArrayList<>();
        catalog.supportPlans().forEach(plan -> elsewhere.add(plan.sku().key()));
        catalog.marketplace().forEach(product -> elsewhere.add(product.sku().key()));
        catalog.offers().stream().map(CommitmentOffer::product).distinct().filter(key -> catalog.findSku(key) != null)
                .forEach(elsewhere::add);

        assertThat(catalog.skus()).extracting(Sku::key).filteredOn(key -> !used.contains(key))
                .containsExactlyInAnyOrderElementsOf(elsewhere);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyCoreBlueprintAndEveryLadderHasAUse(Provider provider) {
        EstateTables tables = tables(provider);
        Set<String> used = new TreeSet<>();
        tables.architectures().forEach(architecture -> architecture.slots().forEach(slot -> used.add(slot.name())));

        assertThat(tables.blueprints()).filteredOn(blueprint -> blueprint.lifetime() == Lifetime.CORE)
                .extracting(Blueprint::name).containsExactlyInAnyOrderElementsOf(used);
        assertThat(Catalog.of(provider).ladders()).allMatch(
                ladder -> lines(tables.blueprints()).stream().anyMatch(line -> line.machines().equals(ladder.rungs())));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aVariantHasEightSlotsOfWhichAThirdOfTheLinesIsFree(Provider provider, Architecture variant) {
        List<BlueprintLine> lines = lines(variant.slots());
        double free = lines.stream().filter(line -> line.role() == LineRole.ZERO).count() / (double) lines.size();

        assertThat(variant.slots()).hasSize(8).doesNotHaveDuplicates();
        assertThat(lines).hasSizeBetween(12, 24);
        assertThat(free).isBetween(0.27, 0.40);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void mostVariantsAnchorACommitmentInTheirFirstTwoSlots(Provider provider) {
        List<Architecture> variants = variants(tables(provider)).toList();
        long anchored = variants.stream()
                .filter(variant -> variant.slots().subList(0, 2).stream().anyMatch(Blueprint::isAnchor)).count();

        assertThat(anchored * 10).isGreaterThanOrEqualTo(variants.size() * 8L);
        for (LineRole anchor : List.of(LineRole.USAGE_ANCHOR, LineRole.SPEND_ANCHOR)) {
            assertThat(variants).allMatch(
                    variant -> lines(variant.slots()).stream().filter(line -> line.role() == anchor).count() <= 1);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void whatMachinesOfFixedSizeLeaveOverCanAlwaysGoSomewhere(Provider provider, Architecture variant) {
        for (int slots = 1; slots <= variant.slots().size(); slots++) {
            Set<String> sized = new TreeSet<>();
            Set<String> elastic = new TreeSet<>();
            for (BlueprintLine line : lines(variant.slots().subList(0, slots))) {
                boolean compute = line.service().category() == ServiceCategory.COMPUTE;
                String lineClass = line.service().category().label()
                        + (compute && line.first().eligible() ? " covered" : "");
                if (line.role().isWhole() && !(variant.isOnce() && line.role() == LineRole.UNITS)) {
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
    void theServiceOfAnAnchorHasSomethingElseToPayFor(Provider provider, Architecture variant) {
        Service reserved = Catalog.of(provider).offers().stream()
                .filter(offer -> offer.category() == CommitmentCategory.USAGE).findFirst().orElseThrow().service();
        for (Blueprint anchor : variant.slots().stream().filter(Blueprint::isAnchor).toList()) {
            assertThat(anchor.service()).isEqualTo(reserved);
            assertThat(lines(variant.slots())).anyMatch(line -> line.service().equals(anchor.service())
                    && !line.role().isAnchor() && line.role() != LineRole.ZERO);
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void everyDistributionPrefersItsOwnKind(Provider provider, Distribution distribution) {
        List<Architecture> variants = variants(tables(provider)).toList();
        String favourite = variants.stream()
                .reduce((a, b) -> b.weight(distribution) > a.weight(distribution) ? b : a).orElseThrow().kind();

        assertThat(variants).allMatch(variant -> variant.weight(distribution) > 0 || variant.isOnce());
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

    @ParameterizedTest
    @MethodSource("providers")
    void everySkuWithTiersIsPooled(Provider provider) {
        Set<String> pooled = new TreeSet<>();
        Set<ServiceCategory> categories = new TreeSet<>();
        lines(tables(provider).blueprints()).stream().filter(line -> line.role() == LineRole.TIERED).forEach(line -> {
            pooled.add(line.first().key());
            categories.add(line.service().category());
        });

        assertThat(Catalog.of(provider).skus().stream().filter(sku -> sku.isTiered() && sku.kind() != MeterKind.SPEND)
                .map(Sku::key))
                .containsExactlyInAnyOrderElementsOf(pooled).hasSizeBetween(6, 8);
        // Google's storage has one price: its free five gibibytes count in three regions of the United States only.
        assertThat(categories).contains(ServiceCategory.COMPUTE, ServiceCategory.NETWORKING,
                ServiceCategory.MANAGEMENT_AND_GOVERNANCE);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatIsAlwaysThereBeginsCheap(Provider provider) {
        Set<String> often = new TreeSet<>();
        tables(provider).architectures().stream().filter(architecture -> !architecture.isOnce())
                .forEach(architecture -> architecture.slots().forEach(slot -> often.add(slot.name())));
        List<Blueprint> everywhere = tables(provider).blueprints().stream()
                .filter(blueprint -> often.contains(blueprint.name())).toList();

        assertThat(lines(everywhere)).filteredOn(line -> line.role().isWhole())
                .filteredOn(line -> line.role() != LineRole.PAUSABLE).isNotEmpty()
                .allSatisfy(line -> assertThat(line.machines().get(0).homePrice()
                        / line.first().hoursOfUnit(730)).as("%s", line.machines().get(0))
                        .isLessThanOrEqualTo(AFFORDABLE));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void shortLivedBlueprintsHaveOneLineOfOnePartAndServeEveryLargeCategoryFirst(Provider provider) {
        List<Blueprint> shortLived = tables(provider).shortLived();

        assertThat(shortLived).hasSizeGreaterThanOrEqualTo(10).allMatch(blueprint -> blueprint.lines().size() == 1)
                .allMatch(blueprint -> blueprint.lines().get(0).machines().get(0).parts().size() == 1);
        assertThat(shortLived).extracting(blueprint -> blueprint.service().category().label()).startsWith(
                "AI and Machine Learning", "Analytics", "Media", "Networking", "Storage", "Databases", "Compute");
        assertThat(shortLived).filteredOn(blueprint -> blueprint.lines().get(0).role() == LineRole.SPOT).isNotEmpty()
                .allMatch(blueprint -> blueprint.lines().get(0).machines().stream()
                        .allMatch(machine -> machine.sku().spotDiscount() != null));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theLandingZoneIsNeverDrawn(Provider provider) {
        EstateTables tables = tables(provider);

        assertThat(tables.landingAnchors().slots()).extracting(slot -> slot.lines().get(0).role())
                .startsWith(LineRole.USAGE_ANCHOR, LineRole.SPEND_ANCHOR);
        assertThat(tables.landingCore().slots()).hasSize(8)
                .allMatch(slot -> slot.lines().get(0).role() == LineRole.ELASTIC);
        assertThat(tables.landingCore().slots()).extracting(slot -> slot.service().category()).containsExactly(
                ServiceCategory.STORAGE, ServiceCategory.DATABASES, ServiceCategory.NETWORKING,
                ServiceCategory.AI_AND_MACHINE_LEARNING, ServiceCategory.ANALYTICS, ServiceCategory.MEDIA,
                ServiceCategory.MANAGEMENT_AND_GOVERNANCE, ServiceCategory.SECURITY);
        for (Distribution distribution : Distribution.values()) {
            assertThat(tables.landingAnchors().weight(distribution)).isZero();
            assertThat(tables.landingCore().weight(distribution)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aResourceIdHasTheProvidersShapeAndIsItsResourcesAlone(Provider provider) {
        String shape = switch (provider.label()) {
            case "aws" -> "arn:aws:.*";
            case "azure" -> "\\{account}(/resourcegroups/[^/]+)?/providers/[a-z.]+(/[^/]+/[^/]+)+";
            case "gcp" -> "//[a-z]+\\.googleapis\\.com/.*|subscriptions/\\{uuid}";
            default -> throw new IllegalArgumentException("no shape of ids for " + provider);
        };
        for (Blueprint blueprint : tables(provider).blueprints()) {
            List<String> id = Placeholders.in(blueprint.idTemplate());
            assertThat(blueprint.idTemplate()).as("%s", blueprint).matches(shape);
            // Names end in the number of their resource.
            assertThat(id).as("something of its own in %s", blueprint.idTemplate())
                    .anyMatch(part -> part.equals("name") || part.matches("uuid|(hex|alnum|HEX|ALNUM|n)[0-9]+"));
            if (provider.label().equals("aws")) {
                assertThat(id.contains("region")).isEqualTo(blueprint.idTemplate().contains(":{region}:"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theLinesOfABlueprintBelongToItsService(Provider provider) {
        EstateTables tables = tables(provider);
        for (Blueprint blueprint : tables.blueprints()) {
            for (BlueprintLine line : blueprint.lines()) {
                assertThat(line.machines()).as("%s", blueprint).isNotEmpty()
                        .allMatch(machine -> machine.sku().service().equals(blueprint.service()));
                assertThat(line.weight()).isBetween(1, 1000);
            }
            assertThat(tables.blueprint(blueprint.name())).isSameAs(blueprint);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void spotMachinesAreNotCovered(Provider provider) {
        assertThat(lines(tables(provider).blueprints())).filteredOn(line -> line.role() == LineRole.SPOT).isNotEmpty()
                .noneMatch(line -> line.lineClass().eligible());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatIsNotThereIsSaid(Provider provider) {
        assertThatIllegalArgumentException().isThrownBy(() -> tables(provider).blueprint("nothing"))
                .withMessageContaining("nothing");
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

    /** A small thing of every kind costs a few dollars, and something large of it hundreds. */
    @ParameterizedTest
    @MethodSource("providers")
    void wasteIsOfAnySize(Provider provider) {
        for (WasteKind kind : WasteKind.values()) {
            WasteKit some = Mix.of(provider).waste(kind);
            assertThat(some.kits()).isNotEmpty().allSatisfy(kit -> {
                Kit.Line line = kit.lines().get(0);
                assertThat(kit.lines().size()).isBetween(1, kind.isNeeded() ? 2 : 1);
                assertThat(kit.lines().stream().skip(1)).allMatch(stored -> stored.sku().kind() == MeterKind.GB_MONTHS
                        && stored.sku().service().equals(line.sku().service()) && !stored.sku().isTiered());
                assertThat(kit.blueprint().lifetime()).isEqualTo(Lifetime.CORE);
                assertThat(line.machines().stream().flatMap(machine -> machine.parts().stream()))
                        .noneMatch(part -> part.sku().isTiered() || part.sku().isFree());
                assertThat(monthly(line.machines().get(0))).isLessThan(250);
                Machine dearest = line.machines().get(line.machines().size() - 1);
                assertThat(monthly(dearest) * (line.role() == LineRole.ELASTIC ? line.most() : 1)).isGreaterThan(150);
            });
        }
    }

    private static double monthly(Machine machine) {
        return machine.homePrice() * 730 / machine.sku().hoursOfUnit(730);
    }
}
