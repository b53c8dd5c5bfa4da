package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.estate.Organisation;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What own columns say, against what the company is and what the tags say, for rows of every kind. */
class OwnColumnsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<Request>> bills() {
        return Stream.of(Request.rows(6_000).daily().seed(21), Request.rows(3_000).monthly().providers("gcp").seed(22),
                Request.rows(3_000).daily().providers("azure").seed(23))
                .map(request -> named(request.toString(), request));
    }

    private static CustomColumn of(OrganisationAttribute attribute) {
        return new CustomColumn("x_" + attribute.label(), new CustomColumn.Organisation(attribute));
    }

    private static Bill bill(Request request) {
        return Bill.of(request.own(Stream.of(OrganisationAttribute.values()).map(OwnColumnsTest::of)
                .toArray(CustomColumn[]::new)));
    }

    @ParameterizedTest
    @MethodSource("bills")
    void theOrganisationIsTheTruthAboutTheSubAccountOfEveryRow(Request request) {
        Bill bill = bill(request);
        Organisation organisation = bill.plan().company().organisation();
        Map<String, SubAccount> accounts = organisation.accounts().stream()
                .collect(Collectors.toMap(SubAccount::id, account -> account));
        Set<String> kinds = new TreeSet<>();
        for (Bill.Line line : bill.lines()) {
            String named = line.get(FocusColumn.SUB_ACCOUNT_ID);
            // What rounds an invoice belongs to none, and who has the support plan pays for it.
            SubAccount account = named == null
                    ? bill.plan().company().account(0)
                    : Objects.requireNonNull(accounts.get(named));
            kinds.add(line.get(FocusColumn.CHARGE_CATEGORY));
            assertThat(line.get(of(OrganisationAttribute.TEAM))).isEqualTo(account.team().name());
            assertThat(line.get(of(OrganisationAttribute.ENVIRONMENT))).isEqualTo(account.environment().label());
            assertThat(line.get(of(OrganisationAttribute.OWNER))).isEqualTo(account.team().owner());
            assertThat(line.get(of(OrganisationAttribute.COST_CENTRE))).isEqualTo(account.team().costCentre());
            assertThat(line.get(of(OrganisationAttribute.BUSINESS_UNIT))).isEqualTo(account.team().businessUnit());
            assertThat(line.get(of(OrganisationAttribute.HIERARCHY))).isEqualTo(account.path());
            assertThat(line.get(of(OrganisationAttribute.COMPANY))).isEqualTo(organisation.name());
        }
        kinds.remove("Adjustment");
        assertThat(kinds).containsExactly("Credit", "Purchase", "Tax", "Usage");
    }

    @ParameterizedTest
    @MethodSource("bills")
    void anApplicationIsKnownOfResourcesWhateverTheirTagsAndOfNothingElse(Request request) {
        Map<String, String> applications = new HashMap<>();
        int untagged = 0;
        for (Bill.Line line : bill(request).lines()) {
            String application = line.get(of(OrganisationAttribute.APPLICATION));
            String resource = line.get(FocusColumn.RESOURCE_ID);
            if (resource == null || line.isCommitment() && !line.isUsed()) {
                assertThat(application).isNull();
            } else {
                assertThat(application).isNotNull()
                        .isEqualTo(applications.computeIfAbsent(resource, first -> application));
                untagged += line.get(FocusColumn.TAGS) == null ? 1 : 0;
            }
        }
        assertThat(untagged).isPositive();
        assertThat(new TreeSet<>(applications.values())).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("bills")
    void aTagIsWhatTheRowsTagsSay(Request request) throws IOException {
        Set<String> keys = new TreeSet<>(Set.of("nobody:hasThis"));
        for (Bill.Line line : Bill.of(request).lines()) {
            String tags = line.get(FocusColumn.TAGS);
            if (tags != null) {
                JSON.readTree(tags).fieldNames().forEachRemaining(keys::add);
            }
        }
        CustomColumn[] columns = keys.stream().limit(20)
                .map(key -> new CustomColumn("x_" + "abcdefghijklmnopqrstuvwxyz".charAt(position(keys, key)),
                        new CustomColumn.Tag(key)))
                .toArray(CustomColumn[]::new);
        int found = 0;
        for (Bill.Line line : Bill.of(request.own(columns)).lines()) {
            String tags = line.get(FocusColumn.TAGS);
            JsonNode object = JSON.readTree(tags == null ? "{}" : tags);
            for (CustomColumn column : columns) {
                JsonNode value = object.get(((CustomColumn.Tag) column.source()).key());
                assertThat(line.get(column)).isEqualTo(value == null || value.isNull() ? null : value.asText());
                found += value == null ? 0 : 1;
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    private static int position(Set<String> keys, String key) {
        return keys.stream().toList().indexOf(key);
    }

    @Test
    void aConstantStandsInEveryRow() {
        CustomColumn column = new CustomColumn("x_A", new CustomColumn.Constant("=1, \"b\""));

        assertThat(Bill.of(Request.rows(3_000).daily().seed(24).own(column)).lines())
                .allMatch(line -> "=1, \"b\"".equals(line.get(column)));
    }

    @Test
    void ownColumnsChangeNothingElse() {
        Request request = Request.rows(3_000).daily().seed(25);

        assertThat(bill(request).lines()).hasSameSizeAs(Bill.of(request).lines());
        for (FocusColumn column : FocusColumn.values()) {
            assertThat(bill(request).lines().stream().map(line -> line.get(column)))
                    .containsExactlyElementsOf(
                            Bill.of(request).lines().stream().map(line -> line.get(column)).toList());
        }
    }
}
