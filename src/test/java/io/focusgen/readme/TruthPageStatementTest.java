package io.focusgen.readme;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.cli.CommandLineInterface;
import io.focusgen.cli.Console;
import io.focusgen.spec.Defaults;
import io.focusgen.stream.Exports;
import io.focusgen.testing.DuckDb;

/** The join of the page about answer sheets, run as it stands on the files of the request that the page names. */
class TruthPageStatementTest {

    private static final int WASTED = 20;

    @TempDir
    Path folder;

    private void make(String file, String... verb) {
        String[] arguments = {"--rows", "5000", "--months", "3", "--waste", String.valueOf(WASTED), "--format", "csv",
                "--out", folder.resolve(file).toString()};
        String[] all = new String[verb.length + arguments.length];
        System.arraycopy(verb, 0, all, 0, verb.length);
        System.arraycopy(arguments, 0, all, verb.length, arguments.length);
        assertThat(new CommandLineInterface(Exports.opener(), new Defaults(YearMonth.of(2026, 3), () -> 7),
                Console.ofProcess()).run(all)).isZero();
    }

    @Test
    void theJoinFindsWhatTheSheetTells() throws IOException, SQLException {
        String page = Files.readString(Path.of("docs", "truth.md"), StandardCharsets.UTF_8);
        assertThat(page).contains("curl -o wasteful.csv", "rows=5000&months=3&waste=20");
        List<MatchResult> statements = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL).matcher(page).results()
                .toList();
        assertThat(statements).hasSize(1);
        make("wasteful.csv", "generate", "cost-and-usage");
        make("waste.csv", "truth", "waste");
        int lines = 0;
        try (Connection duckdb = DuckDb.connect(); Statement statement = duckdb.createStatement()) {
            statement.execute("SET file_search_path = '" + folder + "'");
            try (ResultSet result = statement.executeQuery(statements.get(0).group(1))) {
                while (result.next()) {
                    lines++;
                    assertThat(new BigDecimal(result.getString("found"))).as(result.getString("WasteId"))
                            .isEqualByComparingTo(result.getString("told")).isPositive();
                }
            }
        }
        assertThat(lines).isEqualTo(WASTED);
    }
}
