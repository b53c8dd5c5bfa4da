package io.focusgen.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.focusgen.cli.CommandLineInterface;
import io.focusgen.cli.Console;
import io.focusgen.spec.Defaults;
import io.focusgen.stream.Exports;
import io.focusgen.testing.DuckDb;

/**
 * The page about loading: its commands make its files, and its statements for DuckDB are run on them, in order and as they
 * stand. What they ought to find is added up here from the CSV file, with all digits.
 */
class LoadingPageTest {

    /** Enough for commitments in each of the bills; the page has more. */
    private static final int ROWS = 3_000;
    private static final int BILLS = 9;
    private static final int COLUMNS = 57;
    private static final int MONTHS = 3;

    /** Of a sum in binary floating point. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Connection duckdb;
    private Statement statement;
    private String page;

    @BeforeEach
    void makeTheFiles() throws IOException, SQLException {
        page = Files.readString(Path.of("docs/loading.md"), StandardCharsets.UTF_8);
        List<MatchResult> commands = Pattern
                .compile("(?m)^curl -o (bill\\.\\S+) 'localhost:8080/api/v1/cost-and-usage\\.([^?']+)'$")
                .matcher(page)
                .results().toList();
        assertThat(commands).extracting(command -> command.group(1)).containsExactly("bill.csv", "bill.csv.gz",
                "bill.csv.zst", "bill.ndjson", "bill.ndjson.gz", "bill.parquet");
        Console console = Console.ofProcess();
        Defaults defaults = new Defaults(YearMonth.of(2026, 3), () -> 7);
        for (MatchResult command : commands) {
            // What a request without parameters stands for, but smaller; the command line writes the bytes of the URL.
            assertThat(new CommandLineInterface(Exports.opener(), defaults, console).run("generate", "cost-and-usage",
                    "--scenario", "sampleco", "--rows", String.valueOf(ROWS), "--format", command.group(2), "--out",
                    folder.resolve(command.group(1)).toString())).isZero();
        }
        assertThat(page).contains("curl -o quarter.zip 'localhost:8080/api/v1/bundle.zip?layout=hive'\n"
                + "unzip -q quarter.zip -d quarter\n");
        assertThat(new CommandLineInterface(Exports.opener(), defaults, console).run("bundle", "--scenario", "sampleco",
                "--rows", String.valueOf(ROWS), "--layout", "hive", "--out", folder.resolve("quarter.zip").toString()))
                .isZero();
        unzip(folder.resolve("quarter.zip"), folder.resolve("quarter"));
        duckdb = DuckDb.connect();
        statement = duckdb.createStatement();
        statement.execute("SET file_search_path = '" + folder + "'");
    }

    private static void unzip(Path zip, Path into) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }

    @AfterEach
    void close() throws SQLException {
        statement.close();
        duckdb.close();
    }

    @Test
    void everyStatementFindsWhatIsInTheFile() throws IOException, SQLException {
        List<String> statements = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL).matcher(page).results()
                .map(block -> block.group(1)).toList();
        List<Map<String, String>> rows = rows();
        Map<String, BigDecimal> billedByService = sums(rows, row -> true, row -> row.get("ServiceName"), "BilledCost");
        Map<String, BigDecimal> effectiveByTeam = sums(rows, row -> row.get("ChargeCategory").equals("Usage"),
                LoadingPageTest::team, "EffectiveCost");
        assertThat(rows).hasSize(BILLS * ROWS);
        assertThat(billedByService).hasSizeGreaterThan(60);
        assertThat(effectiveByTeam).hasSizeGreaterThan(5);

        // One that is added to the page needs a check of its own.
        assertThat(statements).hasSize(9);
        statement.execute(statements.get(0));
        theTableHasEveryRowAndKeepsEveryDigit(rows);
        assertThat(found(statements.get(1))).isEqualTo(sums(rows, row -> true,
                row -> row.get("ProviderName") + "," + row.get("BillingPeriodStart").substring(0, 7), "BilledCost"))
                .hasSize(BILLS);
        assertThat(found(statements.get(2))).isEqualTo(effectiveByTeam);
        assertThat(found(statements.get(3))).isEqualTo(billedByService);
        assertThat(found(statements.get(4))).isEqualTo(billedByService);
        assertThat(found(statements.get(5))).isEqualTo(billedByService);
        statement.execute(statements.get(6));
        theTableFromJsonIsTheSame();
        assertThat(found(statements.get(7))).containsOnlyKeys(effectiveByTeam.keySet()).allSatisfy(
                (team, cost) -> assertThat(cost).isCloseTo(effectiveByTeam.get(team), within(TOLERANCE)));
        assertThat(found(statements.get(8)))
                .isEqualTo(sums(rows, row -> true, row -> row.get("BillingPeriodStart").substring(0, 7), "BilledCost"))
                .hasSize(MONTHS);
    }

    private void theTableHasEveryRowAndKeepsEveryDigit(List<Map<String, String>> rows) throws SQLException {
        for (String cost : List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost")) {
            assertThat(found("SELECT ChargeCategory, sum(" + cost + ") FROM bill GROUP BY ALL")).as(cost)
                    .isEqualTo(sums(rows, row -> true, row -> row.get("ChargeCategory"), cost));
        }
        assertThat(number("SELECT count(*) FROM bill")).isEqualTo(rows.size());
        List<String> texts = rows.get(0).keySet().stream().filter(column -> column.endsWith("Id")).toList();
        assertThat(texts).hasSizeGreaterThan(8);
        String ids = String.join(", ", texts);
        assertThat(number("SELECT count(*) FROM (SELECT " + ids + " FROM bill EXCEPT ALL SELECT " + ids
                + " FROM read_csv('bill.csv', all_varchar = true))")).isZero();
    }

    private void theTableFromJsonIsTheSame() throws SQLException {
        assertThat(number("SELECT count(*) FROM (DESCRIBE bill_from_json)")).isEqualTo(COLUMNS);
        String texts = "SELECT BillingAccountId, SubAccountId, InvoiceId, ResourceId, SkuPriceId, ChargeDescription FROM ";
        assertThat(number("SELECT count(*) FROM bill_from_json")).isEqualTo(BILLS * ROWS);
        assertThat(number("SELECT count(*) FROM (" + texts + "bill EXCEPT ALL " + texts + "bill_from_json)")).isZero();
        Map<String, BigDecimal> exact = found("SELECT ChargeCategory, sum(BilledCost) FROM bill GROUP BY ALL");
        assertThat(found("SELECT ChargeCategory, sum(BilledCost) FROM bill_from_json GROUP BY ALL"))
                .containsOnlyKeys(exact.keySet()).allSatisfy(
                        (category, cost) -> assertThat(cost).isCloseTo(exact.get(category), within(TOLERANCE)));
    }

    private long number(String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The number in the last column by the text of those before it; whatever its scale, equal numbers are equal. */
    private Map<String, BigDecimal> found(String sql) throws SQLException {
        Map<String, BigDecimal> found = new HashMap<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            int last = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> key = new ArrayList<>();
                for (int column = 1; column < last; column++) {
                    key.add(String.valueOf(result.getString(column)));
                }
                assertThat(
                        found.put(String.join(",", key), new BigDecimal(result.getString(last)).stripTrailingZeros()))
                        .isNull();
            }
        }
        return found;
    }

    private List<Map<String, String>> rows() throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(folder.resolve("bill.csv").toFile())) {
            return rows.readAll();
        }
    }

    private static Map<String, BigDecimal> sums(List<Map<String, String>> rows, Predicate<Map<String, String>> wanted,
            Function<Map<String, String>, String> key, String cost) {
        Map<String, BigDecimal> sums = new HashMap<>();
        rows.stream().filter(wanted)
                .forEach(row -> sums.merge(key.apply(row), new BigDecimal(row.get(cost)), BigDecimal::add));
        sums.replaceAll((name, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    /** As text, also where there is none. */
    private static String team(Map<String, String> row) {
        try {
            JsonNode tags = JSON.readTree(row.get("Tags"));
            return tags.hasNonNull("team") ? tags.get("team").asText() : "null";
        } catch (IOException e) {
            throw new IllegalStateException("tags are no JSON", e);
        }
    }
}
