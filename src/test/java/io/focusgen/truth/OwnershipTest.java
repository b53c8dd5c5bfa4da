package io.focusgen.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.spec.Profile;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Request;

class OwnershipTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Request LARGE = Request.rows(20_000).daily().months(3).seed(41);

    private static final List<Request> REQUESTS = List.of(LARGE.providers("aws", "azure", "gcp"),
            Request.rows(12_000).hourly().months(2).seed(42), Request.rows(7).months(3).providers("gcp", "aws"),
            Request.rows(30_000).daily().months(3).profile(Profile.ENTERPRISE).providers("azure", "aws"),
            Request.rows(1));

    @Test
    void everyResourceOfTheDataSetIsThereOnceAsItsRowsHaveIt() {
        for (Request request : REQUESTS) {
            Map<String, String> inRows = new TreeMap<>();
            Sheets.rows(request).stream().filter(row -> !row.get("ResourceId").isEmpty())
                    .forEach(row -> inRows.put(row.get("ResourceId"), of(row)));
            Map<String, String> inSheet = new TreeMap<>();
            for (Map<String, String> line : Sheets.read(request, Sheet.OWNERSHIP)) {
                assertThat(inSheet.put(line.get("ResourceId"), of(line))).as(line.toString()).isNull();
            }
            assertThat(inSheet).as(request.toString()).isEqualTo(inRows).isNotEmpty();
        }
    }

    private static String of(Map<String, String> record) {
        return String.join("|", record.get("ProviderName"), record.get("ResourceName"), record.get("ResourceType"),
                record.get("ServiceName"), record.get("RegionId"), record.get("SubAccountId"),
                record.get("SubAccountName"), record.get("Tags"));
    }

    /** Own columns tell the truth in every row. */
    @Test
    void theOwnerIsWhoOwnColumnsName() {
        Request request = LARGE.months(1).own(own("x_A", OrganisationAttribute.TEAM),
                own("x_B", OrganisationAttribute.APPLICATION), own("x_C", OrganisationAttribute.ENVIRONMENT),
                own("x_D", OrganisationAttribute.OWNER), own("x_E", OrganisationAttribute.COST_CENTRE),
                own("x_F", OrganisationAttribute.BUSINESS_UNIT));
        Map<String, String> owners = new TreeMap<>();
        for (Map<String, String> row : Sheets.rows(request)) {
            owners.put(row.get("ResourceId"), String.join("|", row.get("x_A"), row.get("x_B"), row.get("x_C"),
                    row.get("x_D"), row.get("x_E"), row.get("x_F")));
        }
        for (Map<String, String> line : Sheets.read(request, Sheet.OWNERSHIP)) {
            assertThat(String.join("|", line.get("Team"), line.get("Application"), line.get("Environment"),
                    line.get("Owner"), line.get("CostCentre"), line.get("BusinessUnit")))
                    .isEqualTo(owners.get(line.get("ResourceId")));
        }
    }

    private static CustomColumn own(String name, OrganisationAttribute attribute) {
        return new CustomColumn(name, new CustomColumn.Organisation(attribute));
    }

    @Test
    void tagsAreRightOrTheSheetSaysWhatTheyShouldSay() throws IOException {
        Set<String> states = new TreeSet<>();
        for (Map<String, String> line : Sheets.read(LARGE.providers("aws", "azure", "gcp"), Sheet.OWNERSHIP)) {
            String state = line.get("TagState");
            JsonNode tags = JSON.readTree(line.get("Tags").isEmpty() ? "{}" : line.get("Tags"));
            JsonNode wrong = JSON.readTree(line.get("WrongTags").isEmpty() ? "{}" : line.get("WrongTags"));
            JsonNode missing = JSON.readTree(line.get("MissingTags").isEmpty() ? "{}" : line.get("MissingTags"));
            states.add(state);
            wrong.properties().forEach(tag -> assertThat(tags.get(tag.getKey())).isNotNull()
                    .isNotEqualTo(tag.getValue()));
            missing.properties().forEach(tag -> assertThat(tags.has(tag.getKey())).isFalse());
            assertThat(state).isEqualTo(!wrong.isEmpty()
                    ? "wrong"
                    : missing.isEmpty() ? "right" : state.equals("none") ? "none" : "incomplete");
            if (state.equals("none")) {
                assertThat(missing.size()).isGreaterThanOrEqualTo(3);
            }
        }
        assertThat(states).containsExactly("incomplete", "none", "right", "wrong");
    }

    @Test
    void aDocumentWithoutDirtLeavesNothingWrong() {
        Request tidy = LARGE.organisation("teams: [{name: web}, {name: data}]\ntags: {dirty: 0}");
        assertThat(Sheets.read(tidy, Sheet.OWNERSHIP)).extracting(line -> line.get("TagState"))
                .doesNotContain("wrong");
    }

    @Test
    void jsonHoldsTheSameLines() throws IOException {
        for (Request request : REQUESTS) {
            List<Map<String, String>> csv = Sheets.read(request, Sheet.OWNERSHIP);
            JsonNode lines = JSON.readTree(Sheets.text(request, Sheet.OWNERSHIP, TableFormat.JSON)).get("ownership");
            assertThat(lines).hasSameSizeAs(csv);
            for (int i = 0; i < csv.size(); i++) {
                assertThat(lines.get(i).get("ResourceId").asText()).isEqualTo(csv.get(i).get("ResourceId"));
                assertThat(lines.get(i).get("Tags").isNull()).isEqualTo(csv.get(i).get("Tags").isEmpty());
            }
        }
    }

    @Test
    void itIsAboutTheWholeDataSetWhateverTheShard() {
        assertThat(Sheets.text(LARGE.shard(2, 3), Sheet.OWNERSHIP, TableFormat.CSV))
                .isEqualTo(Sheets.text(LARGE, Sheet.OWNERSHIP, TableFormat.CSV));
    }
}
