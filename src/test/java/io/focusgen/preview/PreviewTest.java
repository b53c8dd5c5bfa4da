package io.focusgen.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.PreviewSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.stream.AnswerSheetBlocks;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.summary.Breakdown;
import io.focusgen.summary.Costs;
import io.focusgen.summary.Dimension;
import io.focusgen.summary.Kpi;
import io.focusgen.summary.Summary;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.PlainDecimal;
import io.focusgen.testing.Request;
import io.focusgen.truth.AnswerSheet;
import io.focusgen.truth.Sheet;

class PreviewTest {

    private static final Request TWO_CLOUDS = Request.rows(3_000).providers("aws", "gcp").currency("EUR").months(2)
            .seed(81);

    static Stream<Request> requests() {
        return Stream.of(TWO_CLOUDS, Request.rows(12_000).hourly().seed(82),
                Request.rows(12_000).hourly().shard(2, 3).seed(82), Request.rows(1).seed(83),
                Request.rows(5_000).daily().seed(84).columns(FocusColumn.TAGS, FocusColumn.BILLED_COST));
    }

    private static String document(Request request, long offset, int limit, boolean summaries) {
        DatasetSpec spec = request.spec();
        return Preview.of(new PreviewSpec(new ResolvedSpec(spec, false, false), offset, limit, summaries))
                .document("/there", () -> false);
    }

    private static JsonNode json(String document) {
        return read(new ObjectMapper(), document);
    }

    /** With every digit of its numbers. */
    private static JsonNode exact(String document) {
        return read(new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS), document);
    }

    private static JsonNode read(ObjectMapper mapper, String document) {
        try {
            return mapper.readTree(document);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The rows as they stand in the text, not as a reader of numbers would have them. */
    private static String rows(String document) {
        int start = document.indexOf("\"rows\":[") + "\"rows\":".length();
        return document.substring(start, document.indexOf(",\"summaries\":"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void rowsAreThoseOfTheDataSetByteForByte(Request request) {
        List<String> lines = Bytes.of(PlannedExport.of(request.spec()).blocks(Format.NDJSON)).toString().lines()
                .toList();
        SplittableRandom random = new SplittableRandom(8);
        List<long[]> windows = new ArrayList<>(List.of(new long[]{0, 100}, new long[]{0, 0}, new long[]{0, 1000},
                new long[]{lines.size() - 1, 5}, new long[]{lines.size(), 5}, new long[]{Long.MAX_VALUE, 1000},
                new long[]{Math.max(0, lines.size() - 1000), 1000}, new long[]{lines.size() / 2, 1000}));
        for (int i = 0; i < 30; i++) {
            windows.add(new long[]{random.nextLong(lines.size()), random.nextInt(1001)});
        }
        for (long[] window : windows) {
            String document = document(request, window[0], (int) window[1], false);
            String wanted = String.join(",", lines.stream().skip(window[0]).limit(window[1]).toList());
            assertThat(rows(document)).as("%d rows from %d on", window[1], window[0]).isEqualTo('[' + wanted + ']');
            JsonNode json = json(document);
            assertThat(json.get("totalRows").asLong()).isEqualTo(lines.size());
            assertThat(json.get("offset").asLong()).isEqualTo(window[0]);
            assertThat(json.get("limit").asLong()).isEqualTo(window[1]);
        }
    }

    @Test
    void itsTruthIsThatOfTheSheets() {
        Request wrong = TWO_CLOUDS.months(2).anomalies(3).waste(7);
        JsonNode truth = json(document(wrong, 0, 0, true)).get("truth");
        for (Sheet sheet : List.of(Sheet.ANOMALIES, Sheet.WASTE, Sheet.COVERAGE)) {
            String document = Bytes.of(new AnswerSheetBlocks(AnswerSheet.of(wrong.spec(), sheet, TableFormat.JSON,
                    () -> false))).toString();
            assertThat(truth.get(sheet.label())).isEqualTo(json(document).get(sheet.label())).isNotEmpty();
        }
        assertThat(truth.properties()).extracting(Map.Entry::getKey).containsExactly("anomalies", "waste",
                "wasteTotals", "coverage");
        assertThat(truth.get("wasteTotals")).hasSize(2);
        truth = exact(document(wrong, 0, 0, true)).get("truth");
        for (JsonNode total : truth.get("wasteTotals")) {
            List<JsonNode> lines = new ArrayList<>();
            String provider = Provider.of(total.get("provider").asText()).focusName();
            for (JsonNode line : truth.get("waste")) {
                if (line.get("ProviderName").asText().equals(provider)) {
                    lines.add(line);
                }
            }
            assertThat(total.get("count").asInt()).isEqualTo(7).isEqualTo(lines.size());
            Map.of("billedCost", "BilledCost", "tax", "Tax", "saving", "Saving", "savingTax", "SavingTax")
                    .forEach((sum, part) -> assertThat(total.get(sum).decimalValue()).isPositive()
                            .isEqualByComparingTo(lines.stream().map(line -> line.get(part).decimalValue())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        assertThat(json(document(wrong, 0, 0, false)).get("truth").isNull()).isTrue();
        assertThat(json(document(wrong, 0, 0, true)).get("totalRows").asLong())
                .isEqualTo(PlannedExport.of(wrong.spec()).rows());
    }

    @Test
    void itSaysWhatItIs() {
        JsonNode json = json(document(TWO_CLOUDS, 0, 1, false));
        assertThat(json.properties()).extracting(Map.Entry::getKey).containsExactly("canonical", "generator", "seed",
                "totalRows", "offset", "limit", "bills", "columns", "rows", "summaries", "kpis", "truth");
        assertThat(json.get("canonical").asText()).isEqualTo("/there");
        assertThat(json.get("seed").asLong()).isEqualTo(81);
        assertThat(json.get("columns")).extracting(JsonNode::asText)
                .containsExactlyElementsOf(TWO_CLOUDS.spec().focusColumns().stream().map(FocusColumn::id).toList());
        assertThat(json.get("summaries").isNull()).isTrue();
        assertThat(json.get("kpis").isNull()).isTrue();
        List<PlannedBillText> bills = PlannedExport.of(TWO_CLOUDS.spec()).bills().stream()
                .map(bill -> new PlannedBillText(bill.provider(), bill.currency(), PlainDecimal.text(bill.budget()),
                        PlainDecimal.text(bill.commitmentCoverage())))
                .toList();
        assertThat(json.get("bills")).extracting(bill -> new PlannedBillText(bill.get("provider").asText(),
                bill.get("currency").asText(), bill.get("budget").asText(), bill.get("commitmentCoverage").asText()))
                .containsExactlyElementsOf(bills);
        assertThat(json.get("bills")).extracting(bill -> bill.get("granularity").asText()).containsOnly("daily");
    }

    private record PlannedBillText(String provider, String currency, String budget, String coverage) {
    }

    @Test
    void everySumAndFigureIsThatOfTheSummary() {
        Summary summary = Summary.of(DatasetPlan.of(TWO_CLOUDS.spec()), () -> false);
        String document = document(TWO_CLOUDS, 0, 0, true);
        JsonNode json = json(document);
        for (int i = 0; i < 2; i++) {
            assertBreakdown(json.get("summaries").get("bills").get(i), summary.bills().get(i));
            assertKpis(json.get("kpis").get("bills").get(i), summary.bills().get(i));
        }
        assertThat(json.get("summaries").get("bills")).hasSize(2);
        assertBreakdown(json.get("summaries").get("total"), summary.total());
        assertKpis(json.get("kpis").get("total"), summary.total());
        assertThat(document).as("no digit is lost").contains("\"pricingCurrencyEffectiveCost\":"
                + PlainDecimal.text(summary.total().costs().usd()));
    }

    private static void assertBreakdown(JsonNode json, Breakdown breakdown) {
        assertThat(json.get("provider").asText(null)).isEqualTo(breakdown.provider());
        assertThat(json.get("currency").asText(null)).isEqualTo(breakdown.currency());
        assertCosts(json, breakdown.costs());
        for (Dimension dimension : Dimension.values()) {
            if (!breakdown.tables().containsKey(dimension)) {
                assertThat(json.has(dimension.table())).isFalse();
                continue;
            }
            JsonNode table = json.get(dimension.table());
            assertThat(table).extracting(group -> group.get(dimension.label()).asText())
                    .containsExactlyElementsOf(breakdown.tables().get(dimension).stream().map(group -> group.name())
                            .toList());
            for (int i = 0; i < table.size(); i++) {
                assertCosts(table.get(i), breakdown.tables().get(dimension).get(i).costs());
            }
        }
    }

    private static void assertCosts(JsonNode json, Costs costs) {
        assertThat(json.get("rows").asLong()).isEqualTo(costs.rows());
        Costs.Local local = costs.local();
        assertThat(json.get("billedCost").isNull()).isEqualTo(local == null);
        if (local != null) {
            assertThat(json.get("billedCost").asDouble()).isEqualTo(local.billed().doubleValue());
            assertThat(json.get("effectiveCost").asDouble()).isEqualTo(local.effective().doubleValue());
            assertThat(json.get("listCost").asDouble()).isEqualTo(local.list().doubleValue());
            assertThat(json.get("contractedCost").asDouble()).isEqualTo(local.contracted().doubleValue());
            assertThat(json.get("tax").asDouble()).isEqualTo(local.tax().doubleValue());
        }
        assertThat(json.get("pricingCurrencyEffectiveCost").asDouble()).isEqualTo(costs.usd().doubleValue());
    }

    private static void assertKpis(JsonNode json, Breakdown breakdown) {
        for (Kpi kpi : Kpi.values()) {
            JsonNode figure = json.get(kpi.label());
            assertThat(figure.get("formula").asText()).isEqualTo(kpi.formula());
            if (breakdown.kpis() == null) {
                assertThat(figure.get("value").isNull()).isTrue();
            } else {
                assertThat(figure.get("value").decimalValue()).as(kpi.label())
                        .isEqualByComparingTo(kpi.of(breakdown.kpis()).doubleValue() + "");
            }
        }
    }

    @Test
    void whatIsTooLargeToBeSummedUpIsShownWithoutSums() {
        Request large = Request.rows(2_000_001).monthly();
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> document(large, 0, 1, true));
        assertThat(refused.violations()).singleElement().extracting("field", "nearest")
                .containsExactly("rows", "2000000");
        assertThatCode(() -> document(large, 2_000_000, 1, false)).doesNotThrowAnyException();
    }

    @Test
    void itStopsWhenNobodyWantsItAnyMore() {
        Preview preview = Preview.of(new PreviewSpec(new ResolvedSpec(TWO_CLOUDS.spec(), false, false), 0, 1, false));
        assertThatThrownBy(() -> preview.document("/there", () -> true)).isInstanceOf(CancellationException.class);
    }
}
