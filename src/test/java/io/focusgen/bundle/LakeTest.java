package io.focusgen.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.testing.Bytes;
import io.focusgen.testing.DuckDb;

/** Folders of files, read by something that knows nothing but SQL. */
class LakeTest {

    private static final String COSTS = "types = {'BilledCost': 'DECIMAL(38,18)'}";

    @TempDir
    Path folder;

    private void write(String query) throws IOException {
        for (BundleFile file : Asked.bundle(query).files()) {
            Path path = folder.resolve(file.name());
            Files.createDirectories(path.getParent());
            Files.write(path, Bytes.of(file.open()).toArray());
        }
    }

    /** Rows and their sum, one behind the other. */
    private String found(String table) throws SQLException {
        try (Connection duckdb = DuckDb.connect(); Statement statement = duckdb.createStatement()) {
            statement.execute("SET file_search_path = '" + folder + "'");
            try (ResultSet result = statement.executeQuery("SELECT count(*), sum(BilledCost) FROM " + table)) {
                result.next();
                return result.getLong(1) + " "
                        + new BigDecimal(result.getString(2)).stripTrailingZeros().toPlainString();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv.gz", "csv.zst"})
    void partsInAFolderHaveTheRowsOfTheWhole(String format) throws IOException, SQLException {
        String query = "provider=aws&month=2026-01&rows=9000&format=" + format;
        write(query + "&parts=3");
        String parts = found("read_csv('aws-focus-*." + format + "', " + COSTS + ")");
        assertThat(folder.resolve("aws-focus-1.2-2026-01-part-3-of-3." + format)).exists();

        Files.write(folder.resolve("whole." + format), Bytes.of(Asked.bundle(query).files().get(0).open()).toArray());
        assertThat(parts).startsWith("9000 ").isEqualTo(found("read_csv('whole." + format + "', " + COSTS + ")"));
    }

    @Test
    void foldersByMonthAreATable() throws IOException, SQLException {
        String query = "provider=aws,gcp&month=2026-01&months=2&rows=9000&parts=2";
        write(query + "&layout=hive");
        write(query + "&layout=hive&format=parquet");

        String january = " WHERE billing_period = '2026-01'";
        String csv = "read_csv('cost-and-usage/*/*.csv', hive_partitioning = true, " + COSTS + ")";
        String parquet = "read_parquet('cost-and-usage/*/*.parquet', hive_partitioning = true)";
        assertThat(found(csv)).startsWith("36000 ").isEqualTo(found(parquet));
        assertThat(found(csv + january)).startsWith("18000 ").isEqualTo(found(parquet + january))
                .isEqualTo(found(csv + " WHERE strftime(BillingPeriodStart AT TIME ZONE 'UTC', '%Y-%m') = '2026-01'"));
    }
}
