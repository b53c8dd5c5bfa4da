package io.focusgen.encode.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.focus.ColumnType;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.focus.OutputColumn;
import io.focusgen.spec.Profile;
import io.focusgen.stream.Format;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.DuckDb;
import io.focusgen.testing.Request;

/** Parquet, read by DuckDB, holds in each row the cells that CSV holds, each as what it is. */
class ParquetRowsTest {

    private static final CustomColumn[] OWN = {
            new CustomColumn("x_Signs", new CustomColumn.Constant("a,b \"e\" 'f' \\ g")),
            new CustomColumn("x_Application", new CustomColumn.Organisation(OrganisationAttribute.APPLICATION)),
            new CustomColumn("x_Tag", new CustomColumn.Tag("environment"))};

    @TempDir
    Path folder;

    static Stream<Named<Request>> shapes() {
        return Stream.of(Request.rows(6_000).hourly().month("2026-02").seed(31),
                Request.rows(5_000).daily().month("2024-02").profile(Profile.ENTERPRISE).coverage("0.8").seed(32)
                        .own(OWN),
                Request.rows(3_000).monthly().providers("gcp").currency("JPY").seed(33).own(OWN),
                Request.rows(3_000).daily().providers("azure").currency("EUR").seed(34),
                Request.rows(200_000).hourly().seed(35).own(OWN),
                Request.rows(3_000).daily().budget("1000000000000").coverage("0").seed(38),
                Request.rows(1).monthly().seed(37)).map(request -> named(request.toString(), request));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyCellIsThatOfCsv(Request request) throws IOException, SQLException {
        Path parquet = write("p.parquet", Bytes.of(request, Format.PARQUET));
        Path csv = write("c.csv", Bytes.of(request));
        List<OutputColumn> columns = request.spec().columns();
        try (Connection database = DuckDb.connect(); Statement statement = database.createStatement()) {
            assertThat(types(statement, parquet)).isEqualTo(columns.stream()
                    .map(column -> column.id() + " " + type(column)).toList());
            // In one pass: reading the CSV is what takes time.
            List<String> same = columns.stream().map(column -> {
                String text = "c.\"" + column.id() + '"';
                String expected = column.type() == ColumnType.TEXT
                        ? text
                        : "cast(" + text + " as " + type(column) + ")";
                return "count(*) filter (where p.\"" + column.id() + "\" is not distinct from " + expected + ")";
            }).toList();
            List<String> differences = new ArrayList<>();
            try (ResultSet answer = statement.executeQuery("select count(*), " + String.join(", ", same) + " from '"
                    + parquet + "' p positional join read_csv('" + csv
                    + "', all_varchar=true, nullstr='', header=true, delim=',', quote='\"', escape='\"') c")) {
                answer.next();
                assertThat(answer.getLong(1)).isEqualTo(request.spec().rows());
                for (int i = 0; i < columns.size(); i++) {
                    if (answer.getLong(i + 2) != request.spec().rows()) {
                        differences.add(columns.get(i).id() + ": " + answer.getLong(i + 2));
                    }
                }
            }
            assertThat(differences).isEmpty();
        }
    }

    private static String type(OutputColumn column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case JSON -> "JSON";
            case DECIMAL -> "DECIMAL(38,20)";
            case DATE_TIME -> "TIMESTAMP WITH TIME ZONE";
        };
    }

    private static List<String> types(Statement statement, Path parquet) throws SQLException {
        List<String> types = new ArrayList<>();
        try (ResultSet answer = statement.executeQuery("describe select * from '" + parquet + "'")) {
            while (answer.next()) {
                types.add(answer.getString("column_name") + " " + answer.getString("column_type"));
            }
        }
        return types;
    }

    private Path write(String name, Bytes bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes.toArray());
    }
}
