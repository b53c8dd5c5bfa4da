package io.focusgen.encode.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.generate.Spread;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.ExpectedRows;
import io.focusgen.testing.Request;

/** What is written, read back by another library, against what the charges say, worked out another way. */
class CsvRowsTest {

    private static final ObjectReader ROWS = new CsvMapper().readerForArrayOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY).with(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL);

    /** The largest amounts that can be asked for. */
    private static final Request DEAR = Request.rows(3_000).daily().budget("1000000000000").coverage("0").seed(38);

    static Stream<Named<Request>> shapes() {
        return Stream.of(
                Request.rows(10_000).hourly().month("2026-02").seed(31),
                Request.rows(6_000).daily().month("2024-02").profile(Profile.ENTERPRISE).coverage("0.8").seed(32),
                Request.rows(5_000).monthly().month("2025-04").profile(Profile.DATA_HEAVY).seed(33),
                Request.rows(3_000).daily().profile(Profile.ML_AI).distribution(Distribution.ML_FOCUSED)
                        .utilisation("1").seed(34),
                Request.rows(700).hourly().profile(Profile.GREENFIELD).distribution(Distribution.NETWORK_HEAVY)
                        .seed(35),
                Request.rows(299).monthly().profile(Profile.STARTUP).distribution(Distribution.MEDIA_INTENSIVE)
                        .seed(36),
                Request.rows(1).monthly().seed(37),
                DEAR).map(request -> named(request.toString(), request));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyCellIsWhatItsChargeSays(Request request) throws IOException {
        assertThat(assertCells(request)).isEqualTo(request.spec().rows());
    }

    @Test
    void theShapesAreTwentyThousandRowsAndMore() {
        assertThat(shapes().mapToLong(shape -> shape.getPayload().spec().rows()).sum()).isGreaterThan(20_000);
    }

    @Test
    void someAmountsDoNotFitSixtyThreeBits() {
        int most = 0;
        for (Bill.Line line : Bill.of(DEAR).lines()) {
            Spread quantity = line.charge().quantity();
            BigInteger units = BigInteger.valueOf(quantity.base() + quantity.spare());
            for (Decimal factor : List.of(line.charge().rates().list(), line.charge().rates().billed())) {
                most = Math.max(most, units.multiply(BigInteger.valueOf(factor.unscaled())).bitLength());
            }
        }
        assertThat(most).isGreaterThan(63);
    }

    @Test
    void anySubsetOfColumnsIsExactlyThoseCells() throws IOException {
        List<FocusColumn> all = FocusColumn.of(FocusVersion.V1_2);
        SplittableRandom random = new SplittableRandom(3);
        List<FocusColumn[]> subsets = new ArrayList<>();
        for (FocusColumn column : all) {
            subsets.add(new FocusColumn[]{column});
        }
        for (int i = 0; i < 100; i++) {
            int perCent = 1 + random.nextInt(99);
            FocusColumn[] some = all.stream().filter(column -> random.nextInt(100) < perCent)
                    .toArray(FocusColumn[]::new);
            if (some.length > 0) {
                subsets.add(some);
            }
        }
        for (FocusColumn[] subset : subsets) {
            assertCells(Request.rows(330).monthly().seed(39).columns(subset));
        }
        assertCells(Request.rows(3_000).daily().seed(40).columns(FocusColumn.BILLED_COST, FocusColumn.CHARGE_PERIOD_END,
                FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, FocusColumn.EFFECTIVE_COST, FocusColumn.LIST_COST,
                FocusColumn.TAGS));
    }

    @Test
    void textIsQuotedOnlyWhereItMustBe() {
        for (String text : List.of("plain", "a,b", "say \"when\"", "", "\"", "{\"a\":\"b\"}", "line\nfeed", "cr\rhere",
                "a b;c'd|e")) {
            byte[] bytes = new byte[CsvText.mostBytes(text.length()) + 2];
            int end = new CsvText(',').write(text, bytes, 1);
            boolean special = text.matches("(?s).*[,\"\r\n].*");
            assertThat(new String(bytes, 1, end - 1, StandardCharsets.US_ASCII)).isEqualTo(special
                    ? '"' + text.replace("\"", "\"\"") + '"'
                    : text);
        }
    }

    /** Compares every cell; returns the rows. */
    private static long assertCells(Request request) throws IOException {
        List<FocusColumn> columns = request.spec().focusColumns();
        ExpectedRows expected = ExpectedRows.of(request);
        long rows = 0;
        try (MappingIterator<String[]> read = ROWS.readValues(Bytes.of(request).read())) {
            assertThat(read.next()).containsExactly(columns.stream().map(FocusColumn::id).toArray(String[]::new));
            while (read.hasNext()) {
                String[] cells = read.next();
                Map<FocusColumn, String> row = expected.next();
                String[] wanted = columns.stream().map(row::get).toArray(String[]::new);
                if (!Arrays.equals(cells, wanted)) {
                    assertThat(cells).as("row %d of %s", rows + 1, request).containsExactly(wanted);
                }
                rows++;
            }
        }
        assertThat(expected.hasNext()).isFalse();
        return rows;
    }
}
