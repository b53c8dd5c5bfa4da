package io.focusgen.encode.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.focusgen.focus.ColumnType;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.focus.OutputColumn;
import io.focusgen.spec.Delimiter;
import io.focusgen.spec.HeaderLines;
import io.focusgen.spec.LineEnd;
import io.focusgen.spec.Shard;
import io.focusgen.spec.TextOptions;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.ExpectedRows;
import io.focusgen.testing.Request;

/** Every combination of options, read back by another library told of them, gives the cells of the plain file. */
class CsvOptionsTest {

    /** Small bills with rows of every kind, and own columns with every character that means something somewhere. */
    private static final List<Request> BILLS = List.of(
            own(Request.rows(2_000).daily().seed(51)),
            own(Request.rows(600).monthly().providers("gcp").currency("EUR").seed(52)),
            own(Request.rows(600).monthly().providers("azure").seed(53)));

    private static Request own(Request request) {
        return request.own(
                new CustomColumn("x_Signs", new CustomColumn.Constant("a,b;c|d \"e\" 'f' \\ g")),
                new CustomColumn("x_Formula", new CustomColumn.Constant("=cmd|'/c calc'!A1")),
                new CustomColumn("x_Digits", new CustomColumn.Constant("0123456789012345")),
                new CustomColumn("x_Team", new CustomColumn.Organisation(OrganisationAttribute.TEAM)),
                new CustomColumn("x_Tag", new CustomColumn.Tag("team")));
    }

    static Stream<Named<TextOptions>> options() {
        List<TextOptions> all = new ArrayList<>();
        for (Delimiter delimiter : Delimiter.values()) {
            for (LineEnd lineEnd : LineEnd.values()) {
                for (HeaderLines header : HeaderLines.values()) {
                    for (boolean excelSafe : new boolean[]{true, false}) {
                        all.add(new TextOptions(delimiter, lineEnd, header, excelSafe));
                    }
                }
            }
        }
        return all.stream().map(options -> named(options.toString(), options));
    }

    @ParameterizedTest
    @MethodSource("options")
    void theSameCellsInAnotherForm(TextOptions options) throws IOException {
        for (Request bill : BILLS) {
            assertCells(bill.text(options));
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyLineEndsAsAskedAndNothingElseDoes(TextOptions options) {
        String text = Bytes.of(BILLS.get(0).text(options)).toString();
        String end = options.lineEnd().characters();

        assertThat(text).endsWith(end);
        assertThat(text.split(end, -1))
                .hasSize((int) BILLS.get(0).spec().rows() + (options.header().in(Shard.WHOLE) ? 1 : 0) + 1);
        assertThat(text.replace(end, "")).doesNotContain("\n", "\r");
    }

    @Test
    void theBillsHaveRowsOfEveryKind() {
        Set<String> kinds = new TreeSet<>();
        ExpectedRows.of(BILLS.get(0)).forEachRemaining(row -> kinds.add(row.get(FocusColumn.CHARGE_CATEGORY)));
        assertThat(kinds).containsExactly("Credit", "Purchase", "Tax", "Usage");
    }

    @Test
    void anotherDelimiterSparesTheQuotesThatCommasNeed() {
        Request request = Request.rows(50).monthly().seed(54).columns(FocusColumn.SERVICE_NAME)
                .own(new CustomColumn("x_A", new CustomColumn.Constant("b,c")));

        assertThat(Bytes.of(request).toString()).contains(",\"b,c\"\n");
        assertThat(Bytes.of(request.text(new TextOptions(Delimiter.PIPE, LineEnd.LF, HeaderLines.FIRST, false)))
                .toString())
                .startsWith("ServiceName|x_A\n").contains("|b,c\n").doesNotContain("\"");
    }

    private static void assertCells(Request request) throws IOException {
        TextOptions options = request.spec().text();
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(options.delimiter().character());
        List<OutputColumn> columns = request.spec().columns();
        ExpectedRows expected = ExpectedRows.of(request);
        try (MappingIterator<String[]> read = new CsvMapper().readerForArrayOf(String.class).with(schema)
                .with(CsvParser.Feature.WRAP_AS_ARRAY).with(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
                .readValues(Bytes.of(request).toString().getBytes(StandardCharsets.US_ASCII))) {
            if (options.header().in(Shard.WHOLE)) {
                assertThat(read.next()).containsExactly(columns.stream().map(OutputColumn::id).toArray(String[]::new));
            }
            while (expected.hasNext()) {
                var row = expected.next();
                String[] wanted = columns.stream()
                        .map(column -> options.excelSafe() ? safe(column, row.get(column)) : row.get(column))
                        .toArray(String[]::new);
                String[] cells = read.next();
                if (!Arrays.equals(cells, wanted)) {
                    assertThat(cells).as("%s", request).containsExactly(wanted);
                }
            }
            assertThat(read.hasNext()).isFalse();
        }
    }

    /** What the option promises, said in another way. */
    private static @Nullable String safe(OutputColumn column, @Nullable String text) {
        if (text == null || column.type() != ColumnType.TEXT) {
            return text;
        }
        return text.matches("(?s)[=+\\-@\t\r].*")
                ? "'" + text
                : text.matches("0[0-9]+|[0-9]{12,}") ? "=\"" + text + "\"" : text;
    }
}
