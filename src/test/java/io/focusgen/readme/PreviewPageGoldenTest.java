package io.focusgen.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.focusgen.preview.Preview;
import io.focusgen.pricelist.PriceColumn;
import io.focusgen.pricelist.PriceList;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.PreviewParameter;
import io.focusgen.spec.PreviewReader;
import io.focusgen.spec.PreviewSpec;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.stream.PriceListBlocks;
import io.focusgen.summary.Kpi;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.DuckDb;
import io.focusgen.testing.Request;

/** The page about previews: its tables and its example are made here, so that they are what the code does. */
class PreviewPageGoldenTest {

    private static final Path PAGE = Path.of("docs/preview.md");
    private static final int SHOWN = 2;

    @TempDir
    Path folder;

    @Test
    void tablesAndExampleAreWhatTheCodeMakes() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        String now = replaced(page, "parameters", Documentation.markdown(List.of(PreviewParameter.values())));
        now = replaced(now, "formulas", formulas());
        now = replaced(now, "example", example(page));
        now = replaced(now, "columns", columns());
        if ("write".equals(System.getProperty("focusgen.golden"))) {
            Files.writeString(PAGE, now, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).isEqualTo(now);
    }

    static String replaced(String page, String name, String content) {
        String begin = "<!-- " + name + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- /" + name + " -->");
        assertThat(from).isGreaterThan(begin.length());
        assertThat(to).isGreaterThanOrEqualTo(from);
        return page.substring(0, from) + content + page.substring(to);
    }

    private static String formulas() {
        StringBuilder table = new StringBuilder("| KPI | Formula |\n|---|---|\n");
        for (Kpi kpi : Kpi.values()) {
            table.append("| `").append(kpi.label()).append("` | ").append(kpi.formula()).append(" |\n");
        }
        return table.toString();
    }

    private static String columns() {
        StringBuilder table = new StringBuilder("| Column | Meaning |\n|---|---|\n");
        for (PriceColumn column : PriceColumn.values()) {
            table.append("| `").append(column.id()).append("` | ").append(column.help()).append(" |\n");
        }
        return table.toString();
    }

    /** The answer to the URL of the page. */
    private static String example(String page) throws IOException {
        Matcher url = Pattern.compile("`/api/v1/preview\\?([^`]+)`,\\neach table cut").matcher(page);
        assertThat(url.find()).isTrue();
        Map<String, List<String>> raw = new TreeMap<>();
        for (String pair : url.group(1).split("&")) {
            raw.put(pair.substring(0, pair.indexOf('=')), List.of(pair.substring(pair.indexOf('=') + 1)));
        }
        PreviewSpec spec = PreviewReader.read(raw, new Defaults(YearMonth.of(2026, 1), () -> 1));
        String document = Preview.of(spec).document(Preview.PATH + "?" + spec.canonical().query(), () -> false);
        ObjectMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
        return "```json\n" + pretty(cut(json.readTree(document)), "") + "\n```\n";
    }

    /** What holds nothing deeper stands on one line. */
    private static String pretty(JsonNode node, String indent) {
        List<String> parts = new ArrayList<>();
        String inner = indent + "  ";
        boolean deep = node.isContainerNode() && StreamSupport.stream(node.spliterator(), false)
                .anyMatch(JsonNode::isContainerNode);
        if (!deep) {
            return node.toString().replace(",\"", ", \"").replace("\":", "\": ");
        }
        if (node.isObject()) {
            node.properties().forEach(member -> parts
                    .add(inner + '"' + member.getKey() + "\": " + pretty(member.getValue(), inner)));
        } else {
            node.forEach(element -> parts.add(inner + pretty(element, inner)));
        }
        String joined = String.join(",\n", parts) + "\n" + indent;
        return node.isObject() ? "{\n" + joined + "}" : "[\n" + joined + "]";
    }

    private static JsonNode cut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(isTable(member.getKey())
                    ? first((ArrayNode) member.getValue())
                    : cut(member.getValue())));
        } else if (node instanceof ArrayNode array) {
            array.forEach(PreviewPageGoldenTest::cut);
        }
        return node;
    }

    private static boolean isTable(String member) {
        return member.startsWith("by") || member.equals("coverage");
    }

    private static ArrayNode first(ArrayNode array) {
        while (array.size() > SHOWN) {
            array.remove(array.size() - 1);
        }
        return array;
    }

    @Test
    void theQueryOfThePageFindsAPriceForEveryRowThatHasOne() throws IOException, SQLException {
        Request request = Request.rows(3_000).providers("azure").currency("EUR").months(2);
        DatasetSpec spec = request.spec();
        Path bill = folder.resolve("bill.csv");
        Path prices = folder.resolve("prices.csv");
        write(bill, Bytes.of(PlannedExport.of(spec).blocks(Format.CSV)));
        write(prices, Bytes.of(new PriceListBlocks(PriceList.of(spec, TableFormat.CSV))));
        Matcher query = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE, StandardCharsets.UTF_8));
        assertThat(query.find()).isTrue();
        String sql = query.group(1).replace("bill.csv", bill.toString()).replace("prices.csv", prices.toString());
        try (Connection duckdb = DuckDb.connect();
                Statement statement = duckdb.createStatement()) {
            long priced = number(statement, "SELECT count(SkuPriceId) FROM read_csv('" + bill + "')");
            assertThat(priced).isGreaterThan(5_000);
            assertThat(number(statement, "SELECT count(*) FROM (" + sql + ")")).isEqualTo(priced);
            assertThat(number(statement, "SELECT count(*) FROM (" + sql.replace("row.*",
                    "row.ListUnitPrice = price.ListUnitPrice AND row.ContractedUnitPrice = price.ContractedUnitPrice"
                            + " AS same")
                    + ") WHERE same")).isEqualTo(priced);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void write(Path file, Bytes bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            bytes.read().transferTo(out);
        }
    }
}
