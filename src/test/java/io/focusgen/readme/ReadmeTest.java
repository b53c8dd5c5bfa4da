package io.focusgen.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.encode.ByteOutput;
import io.focusgen.spec.Documentation;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Export;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.testing.DuckDb;
import io.focusgen.testing.Request;

/** What the README says must be so. Its commands are typed by .ci/run. */
class ReadmeTest {

    private static final int ROWS = 10_000;

    @TempDir
    Path folder;

    @Test
    void theParameterTableIsTheOneThatTheCodeReads() throws IOException {
        assertThat(readme()).contains(Documentation.markdown());
    }

    @Test
    void theQueryForDuckDbWorksAndFindsTheBudget() throws IOException, SQLException {
        Path file = folder.resolve("aws.csv");
        write(file);
        Matcher query = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL).matcher(readme());
        assertThat(query.find()).isTrue();
        String sql = query.group(1).replace("aws.csv", file.toString());
        try (Connection duckdb = DuckDb.connect();
                Statement statement = duckdb.createStatement()) {
            int services = 0;
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    services++;
                }
            }
            assertThat(services).isGreaterThan(25);
            try (ResultSet sum = statement
                    .executeQuery("SELECT count(*), count(DISTINCT SkuPriceId), round(sum(BilledCost), 0), "
                            + "typeof(any_value(ChargePeriodStart)), typeof(any_value(BilledCost)) FROM read_csv('"
                            + file
                            + "') WHERE ChargeCategory <> 'Tax' GROUP BY ALL")) {
                sum.next();
                assertThat(sum.getLong(2)).isGreaterThan(100);
                assertThat(sum.getBigDecimal(3)).isEqualByComparingTo(BigDecimal.valueOf(200_000));
                assertThat(sum.getString(4)).startsWith("TIMESTAMP");
                assertThat(sum.getString(5)).isEqualTo("DOUBLE");
            }
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
    }

    private static void write(Path file) throws IOException {
        Export export = PlannedExport.of(Request.rows(ROWS).daily().month("2026-03").seed(42).spec());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            FileOutput bytes = new FileOutput(out);
            BlockSource source = export.blocks(Format.CSV);
            for (long block = 0; block < source.blocks(); block++) {
                source.encode(block, bytes);
            }
            bytes.flush();
        }
    }

    /** Bytes on their way to a file. */
    private static final class FileOutput extends ByteOutput {

        private final OutputStream out;

        FileOutput(OutputStream out) {
            super(new byte[1 << 16]);
            this.out = out;
        }

        @Override
        protected void next(int bytes) {
            flush();
            if (bytes > array.length) {
                array = new byte[bytes];
            }
        }

        void flush() {
            try {
                out.write(array, 0, length);
                length = 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
