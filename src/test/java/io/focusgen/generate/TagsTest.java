package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.catalog.Provider;
import io.focusgen.estate.Organisation;
import io.focusgen.estate.SubAccount;
import io.focusgen.estate.Team;
import io.focusgen.focus.FocusColumn;
import io.focusgen.spec.Profile;
import io.focusgen.spec.organisation.TagKey;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;
import io.focusgen.testing.UserTags;

/** What stands in Tags: as people write it, and as each provider allows it. */
class TagsTest {

    /** A bill with its resources' tags. */
    private static final class Tagged {

        private final Organisation organisation;
        private final UserTags reader;
        private final List<Bill.Line> lines;

        /** Whether two keys of a resource may be the same up to case. */
        private final boolean mayDifferInCase;

        /** Keys of the company as the provider writes them. */
        private final Map<TagKey, String> keys = new TreeMap<>();

        /** One line for each resource. */
        private final SortedMap<String, Bill.Line> resources = new TreeMap<>();

        private static final Map<String, Tagged> MADE = new TreeMap<>();

        static Tagged of(Request request) {
            return MADE.computeIfAbsent(request.toString(), name -> new Tagged(request));
        }

        private Tagged(Request request) {
            Bill bill = Bill.of(request);
            lines = bill.lines();
            organisation = bill.plan().company().organisation();
            reader = new UserTags(bill.plan().company());
            lines.stream().filter(line -> line.isUsage() && !line.isUnused()).forEach(
                    line -> resources.putIfAbsent(Objects.requireNonNull(line.get(FocusColumn.RESOURCE_ID)), line));
            boolean lower = request.bill().provider().label().equals("gcp");
            mayDifferInCase = request.bill().provider().label().equals("aws");
            organisation.tagging().keys()
                    .forEach((key, text) -> keys.put(key, lower ? text.toLowerCase(Locale.ROOT) : text));
        }

        Stream<SortedMap<String, String>> userTags() {
            return resources.values().stream().map(line -> reader.of(line.get(FocusColumn.TAGS)))
                    .filter(tags -> !tags.isEmpty());
        }

        SubAccount account(Bill.Line line) {
            return organisation.accounts().stream().filter(account -> line.is(FocusColumn.SUB_ACCOUNT_ID, account.id()))
                    .findFirst().orElseThrow();
        }
    }

    static Stream<Request> requests() {
        return Provider.all().stream().map(provider -> Request.rows(20_000).monthly().profile(Profile.ENTERPRISE)
                .providers(provider.label()).seed(41));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void tagsAreSortedPlainTextAndWithinTheProvidersLimits(Request request) {
        Tagged bill = Tagged.of(request);
        SortedSet<String> keys = new TreeSet<>();
        SortedSet<String> values = new TreeSet<>();
        for (Bill.Line line : bill.lines) {
            String cell = line.get(FocusColumn.TAGS);
            Set<String> all = UserTags.all(cell).keySet();
            assertThat(String.valueOf(cell)).matches("[ -~]+");
            assertThat(List.copyOf(all)).isSorted().hasSizeLessThanOrEqualTo(15);
            assertThat(all.stream().map(key -> key.toLowerCase(Locale.ROOT)).distinct().count())
                    .isGreaterThanOrEqualTo(all.size() - (bill.mayDifferInCase ? 1 : 0));
            keys.addAll(bill.reader.of(cell).keySet());
            values.addAll(bill.reader.of(cell).values());
        }
        String provider = request.bill().provider().label();
        assertThat(keys).allMatch(key -> key.matches(switch (provider) {
            case "aws" -> "[A-Za-z0-9 +=._:/@-]{1,128}";
            case "azure" -> "[^<>%&\\\\?/]{1,512}";
            default -> "[a-z][a-z0-9_-]{0,62}";
        }));
        assertThat(values).allMatch(value -> value.matches(switch (provider) {
            case "aws" -> "[A-Za-z0-9 +=._:/@-]{1,256}";
            case "azure" -> ".{1,256}";
            default -> "[a-z0-9_-]{1,63}";
        }));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aResourceHasTheSameTagsOnAllItsLinesAndInEveryMonth(Request request) {
        SortedMap<String, String> tags = new TreeMap<>();
        for (String month : new String[]{"2025-06", "2026-02"}) {
            Bill.of(request.month(month)).lines().stream().filter(line -> line.get(FocusColumn.RESOURCE_ID) != null)
                    .forEach(line -> {
                        String cell = String.valueOf(line.get(FocusColumn.TAGS));
                        assertThat(tags.putIfAbsent(String.valueOf(line.get(FocusColumn.RESOURCE_ID)), cell))
                                .isIn(null, cell);
                    });
        }
        assertThat(tags).hasSizeGreaterThan(5_000);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everySixKeysAreInOneStyleAndSaySoOfTheAccount(Request request) {
        Tagged bill = Tagged.of(request);
        int whole = 0;
        for (Bill.Line line : bill.resources.values()) {
            SortedMap<String, String> tags = bill.reader.of(line.get(FocusColumn.TAGS));
            if (tags.keySet().equals(Set.copyOf(bill.keys.values()))) {
                SubAccount account = bill.account(line);
                Team team = account.team();
                boolean right = same(team.name(), tags.get(bill.keys.get(TagKey.TEAM)))
                        && same(team.costCentre(), tags.get(bill.keys.get(TagKey.COST_CENTRE)))
                        && same(team.businessUnit(), tags.get(bill.keys.get(TagKey.BUSINESS_UNIT)))
                        && same(account.environment().label(), tags.get(bill.keys.get(TagKey.ENVIRONMENT)))
                        && team.owner().startsWith(String.valueOf(tags.get(bill.keys.get(TagKey.OWNER))).split("_")[0])
                        && team.applications().contains(tags.get(bill.keys.get(TagKey.APPLICATION)));
                whole += right ? 1 : 0;
            }
        }
        assertThat((double) whole / bill.userTags().count()).as("tagged resources with all tags right")
                .isBetween(0.75, 0.9);
    }

    /** Google has lower case only. */
    private static boolean same(String right, String tag) {
        return tag.equals(right) || tag.equals(right.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aFewPerCentOfTheResourcesHaveAnotherKeyOrLackOne(Request request) {
        Tagged bill = Tagged.of(request);
        Set<String> known = Set.copyOf(bill.keys.values());
        long tagged = bill.userTags().count();
        long other = bill.userTags().filter(tags -> !known.containsAll(tags.keySet())).count();
        long lacking = bill.userTags().filter(tags -> tags.size() < known.size()).count();
        long both = bill.userTags().filter(tags -> tags.size() > known.size()).count();
        SortedSet<String> keys = new TreeSet<>();
        bill.userTags().forEach(tags -> keys.addAll(tags.keySet()));

        assertThat((double) other / tagged).as("with another key").isBetween(0.02, 0.06);
        assertThat((double) lacking / tagged).as("lacking a key").isBetween(0.08, 0.16);
        assertThat((double) both / tagged).as("with both").isBetween(0.003, 0.02);
        assertThat(keys).hasSizeGreaterThan(20).contains("enviroment", "onwer", "aplication");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aFewPerCentOfTheResourcesHaveAWrongValue(Request request) {
        Tagged bill = Tagged.of(request);
        SortedSet<String> environments = new TreeSet<>();
        SortedSet<String> owners = new TreeSet<>();
        SortedSet<String> centres = new TreeSet<>();
        bill.userTags().forEach(tags -> {
            environments.add(String.valueOf(tags.get(bill.keys.get(TagKey.ENVIRONMENT))));
            owners.add(String.valueOf(tags.get(bill.keys.get(TagKey.OWNER))));
            centres.add(String.valueOf(tags.get(bill.keys.get(TagKey.COST_CENTRE))));
        });
        boolean lower = request.bill().provider().label().equals("gcp");

        assertThat(environments).contains("prod", "staging", "dev", "prd").containsAnyOf("production", "stage")
                .hasSizeGreaterThan(8);
        assertThat(owners).contains(lower ? "n_a" : "n/a", lower ? "tbd" : "TBD")
                .containsAnyElementsOf(bill.organisation.leavers().stream()
                        .map(address -> lower ? address.substring(0, address.indexOf('@')).replace('.', '_') : address)
                        .toList());
        assertThat(centres).containsAnyElementsOf(bill.organisation.teams().stream()
                .map(Team::formerCostCentre).map(text -> lower ? text.toLowerCase(Locale.ROOT) : text).toList());
        assertThat(environments.stream().anyMatch(text -> text.endsWith(" "))).isEqualTo(!lower);
    }

    @Test
    void aTidyCompanyHasNothingElseThanItsKeys() {
        Tagged bill = Tagged.of(Request.rows(10_000).monthly().seed(42).organisation("""
                teams: [{name: a}, {name: b}]
                tags: {style: pascal, keys: {owner: Who, team: SquadName}, dirty: 0}
                """));

        assertThat(bill.userTags().collect(Collectors.toSet())).containsExactlyInAnyOrderElementsOf(
                bill.organisation.teams().stream().map(team -> new TreeMap<>(Map.of("Who", team.owner(), "SquadName",
                        team.name()))).collect(Collectors.toSet()));
    }

    /** Every key and value is wrong where it can be, whatever things are called. */
    @ParameterizedTest
    @ValueSource(strings = {"TBD", "n", "0", "Prd. X", "abc"})
    void anyNameCanBeWrittenWrongly(String name) {
        for (Provider provider : Provider.all()) {
            Tagged bill = Tagged.of(Request.rows(2_000).monthly().seed(44).providers(provider.label()).organisation(
                    "teams: [{name: '%', unit: '%', costCentre: '%', owner: '%', applications: ['%']}]\ntags: {dirty: 1}"
                            .replace("%", name)));

            assertThat(bill.userTags().count()).isGreaterThan(100);
            assertThat(bill.userTags().filter(tags -> tags.keySet().equals(Set.copyOf(bill.keys.values()))).count())
                    .isLessThan(bill.userTags().count() / 2);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theProvidersOwnTagsAreOnFittingServicesWhetherAnybodyElseTaggedOrNot(Request request) {
        Tagged bill = Tagged.of(request);
        long only = bill.resources.values().stream().filter(line -> line.get(FocusColumn.TAGS) != null)
                .filter(line -> bill.reader.of(line.get(FocusColumn.TAGS)).isEmpty()).count();
        long provided = bill.resources.values().stream().filter(line -> UserTags.all(line.get(FocusColumn.TAGS))
                .keySet().stream().anyMatch(bill.reader::isProviders)).count();

        assertThat(only).isPositive();
        assertThat((double) provided / bill.resources.size()).isBetween(0.01, 0.5);
        assertThat((double) only / provided).isBetween(0.2, 0.4);
    }

    @Test
    void anAutoScalingGroupIsNamedInItsTags() {
        Tagged bill = Tagged.of(Request.rows(3_000).monthly().seed(43));
        List<Bill.Line> groups = bill.resources.values().stream()
                .filter(line -> line.is(FocusColumn.RESOURCE_TYPE, "autoscaling-group")).toList();

        assertThat(groups).hasSizeGreaterThan(50).allSatisfy(line -> assertThat(
                UserTags.all(line.get(FocusColumn.TAGS))).containsEntry("aws:autoscaling:groupName",
                        line.get(FocusColumn.RESOURCE_NAME)));
    }

    /** Taxes, and what the payer buys, have no application. */
    @ParameterizedTest
    @MethodSource("requests")
    void whatIsChargedToAnAccountAsAWholeHasTheTagsOfTheAccount(Request request) {
        Tagged bill = Tagged.of(request);
        List<Bill.Line> taxes = bill.lines.stream().filter(Bill.Line::isTax).toList();
        long tagged = taxes.stream().filter(bill.reader::isTagged).count();

        assertThat((double) tagged / taxes.size()).isBetween(0.6, 0.8);
        for (Bill.Line tax : taxes) {
            Map<String, String> tags = UserTags.all(tax.get(FocusColumn.TAGS));
            if (!tags.isEmpty()) {
                assertThat(tags).hasSize(5).doesNotContainKey(bill.keys.get(TagKey.APPLICATION));
                assertThat(same(bill.account(tax).team().name(), tags.get(bill.keys.get(TagKey.TEAM)))).isTrue();
            }
        }
    }
}
