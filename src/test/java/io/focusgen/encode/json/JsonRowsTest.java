package io.focusgen.encode.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.focus.OutputColumn;
import io.focusgen.spec.Profile;
import io.focusgen.stream.Format;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** NDJSON, read by another library, holds in each row the cells that CSV holds, each as what it is. */
class JsonRowsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final CustomColumn[] OWN = {
            new CustomColumn("x_Signs", new CustomColumn.Constant("a,b \"e\" 'f' \\ g </script>")),
            new CustomColumn("x_Digits", new CustomColumn.Constant("0123")),
            new CustomColumn("x_Application", new CustomColumn.Organisation(OrganisationAttribute.APPLICATION)),
            new CustomColumn("x_Tag", new CustomColumn.Tag("environment"))};

    static Stream<Named<Request>> shapes() {
        return Stream.of(
                Request.rows(6_000).hourly().month("2026-02").seed(31),
                Request.rows(5_000).daily().month("2024-02").profile(Profile.ENTERPRISE).coverage("0.8").seed(32)
                        .own(OWN),
                Request.rows(3_000).monthly().providers("gcp").currency("JPY").seed(33).own(OWN),
                Request.rows(3_000).daily().providers("azure").currency("EUR").seed(34).own(OWN),
                Request.rows(3_000).daily().budget("1000000000000").coverage("0").seed(38),
                Request.rows(1).monthly().seed(37)).map(request -> named(request.toString(), request));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyRowIsAnObjectOfTheCellsThatCsvHas(Request request) throws IOException {
        List<OutputColumn> columns = request.spec().columns();
        Iterator<String> lines = Bytes.of(request, Format.NDJSON).toString().lines().iterator();
        long rows = 0;
        try (MappingIterator<String[]> csv = new CsvMapper().readerForArrayOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY).with(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
                .readValues(Bytes.of(request).read())) {
            csv.next();
            while (csv.hasNext()) {
                assertRow(columns, csv.next(), lines.next());
                rows++;
            }
        }
        assertThat(lines.hasNext()).isFalse();
        assertThat(rows).isEqualTo(request.spec().rows());
    }

    private static void assertRow(List<OutputColumn> columns, @Nullable String[] cells, String line)
            throws IOException {
        try (JsonParser parser = JSON.createParser(new StringReader(line))) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            for (int i = 0; i < columns.size(); i++) {
                OutputColumn column = columns.get(i);
                String name = parser.nextFieldName();
                JsonToken token = parser.nextToken();
                if (!column.id().equals(name) || !isSame(column, cells[i], token, parser)) {
                    assertThat(name + " " + token).as("%s should be %s in %s", column.id(), cells[i], line).isNull();
                }
            }
            assertThat(parser.nextToken()).isEqualTo(JsonToken.END_OBJECT);
            assertThat(parser.nextToken()).isNull();
        }
    }

    private static boolean isSame(OutputColumn column, @Nullable String cell, JsonToken token, JsonParser parser)
            throws IOException {
        if (cell == null) {
            return token == JsonToken.VALUE_NULL;
        }
        return switch (column.type()) {
            case TEXT, DATE_TIME -> token == JsonToken.VALUE_STRING && cell.equals(parser.getText());
            case DECIMAL -> token == JsonToken.VALUE_NUMBER_FLOAT && cell.equals(parser.getText());
            case JSON -> token == JsonToken.START_OBJECT
                    && Objects.equals(JSON.readValue(cell, Map.class), JSON.readValue(parser, Map.class));
        };
    }

    @Test
    void objectsAreWrittenAsTheyAreAndNothingIsSpacedOut() {
        String[] lines = Bytes.of(Request.rows(2_000).daily().seed(9), Format.NDJSON).toString().split("\n");

        assertThat(lines).hasSize(2_000).anyMatch(line -> line.contains(",\"Tags\":{\""))
                .allMatch(line -> line.startsWith("{\"AvailabilityZone\":") && line.endsWith("}"))
                .allMatch(line -> line.matches(".*,\"ChargePeriodStart\":\"[0-9T:-]{19}Z\",.*"));
    }

    @Test
    void anySubsetOfColumnsIsThoseMembers() throws IOException {
        for (FocusColumn column : FocusColumn.of(FocusVersion.V1_2)) {
            Request request = Request.rows(330).monthly().seed(39).columns(column);
            List<String> members = new ArrayList<>();
            for (String line : Bytes.of(request, Format.NDJSON).toString().split("\n")) {
                JSON.readTree(line).fieldNames().forEachRemaining(members::add);
            }
            assertThat(members).hasSize(330).containsOnly(column.id());
        }
    }
}
