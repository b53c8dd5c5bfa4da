package io.focusgen.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import io.focusgen.focus.BillingMonth;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Profile;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Trend;
import io.focusgen.summary.Kpi;
import io.focusgen.summary.Summary;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Request;

class CoverageTest {

    private static final List<Request> REQUESTS = List.of(Request.rows(12_000).hourly().seed(51),
            Request.rows(9_000).daily().months(2).providers("azure").currency("EUR").seed(52),
            Request.rows(9_000).daily().providers("gcp").coverage("0.3").seed(53),
            Request.rows(30_000).daily().profile(Profile.ENTERPRISE).seed(54),
            Request.rows(12_000).daily().month("2026-02").months(2).lapsing("2026-03-05", 21).seed(55));

    private static BigDecimal sum(List<Map<String, String>> records, String column) {
        return records.stream().map(record -> record.get(column)).filter(text -> !text.isEmpty())
                .map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void familiesAddUpToTheCoverageOfTheDataSet() {
        for (Request request : REQUESTS) {
            List<Map<String, String>> lines = Sheets.read(request, Sheet.COVERAGE);
            BigDecimal covered = sum(lines, "CoveredContractedCost");
            BigDecimal eligible = sum(lines, "EligibleContractedCost");
            Summary summary = Summary.of(DatasetPlan.of(request.spec()), () -> false);

            assertThat(lines).extracting(line -> line.get("BillingPeriodStart") + line.get("SkuFamily")
                    + line.get("ServiceName") + line.get("PricingUnit")).doesNotHaveDuplicates()
                    .hasSizeGreaterThan(request.spec().months());
            assertThat(CoverageLine.share(covered, eligible))
                    .isEqualByComparingTo(Kpi.COMMITMENT_COVERAGE.of(summary.total().kpis()));
            assertThat(covered.add(sum(lines, "UncoveredContractedCost"))).isEqualByComparingTo(eligible);
            assertThat(sum(lines, "CoveredListCost").add(sum(lines, "UncoveredListCost")))
                    .isEqualByComparingTo(sum(lines, "EligibleListCost"));
        }
    }

    @Test
    void whatIsCoveredIsWhatRowsSay() {
        for (Request request : REQUESTS) {
            List<Map<String, String>> used = Sheets.rows(request).stream()
                    .filter(row -> row.get("CommitmentDiscountStatus").equals("Used")).toList();
            List<Map<String, String>> lines = Sheets.read(request, Sheet.COVERAGE);

            assertThat(sum(lines, "CoveredContractedCost")).isEqualByComparingTo(sum(used, "ContractedCost"))
                    .isPositive();
            assertThat(sum(lines, "CoveredListCost")).isEqualByComparingTo(sum(used, "ListCost"));
            assertThat(sum(lines, "CoveredQuantity")).isEqualByComparingTo(sum(used, "PricingQuantity"));
        }
    }

    @Test
    void commitmentsAreUsedAsRowsSay() {
        for (Request request : REQUESTS) {
            Map<String, BigDecimal> inRows = new TreeMap<>();
            for (Map<String, String> row : Sheets.rows(request)) {
                String status = row.get("CommitmentDiscountStatus");
                if (!status.isEmpty()) {
                    String key = row.get("BillingPeriodStart") + row.get("CommitmentDiscountId") + status;
                    inRows.merge(key + " cost", new BigDecimal(row.get("EffectiveCost")), BigDecimal::add);
                    inRows.merge(key + " quantity", new BigDecimal(row.get("CommitmentDiscountQuantity")),
                            BigDecimal::add);
                }
            }
            List<Map<String, String>> lines = Sheets.read(request, Sheet.COMMITMENTS);
            assertThat(inRows).hasSize(4 * lines.size()).isNotEmpty();
            for (Map<String, String> line : lines) {
                String key = line.get("BillingPeriodStart") + line.get("CommitmentDiscountId");
                for (String status : List.of("Used", "Unused")) {
                    assertThat(new BigDecimal(line.get(status + "Cost")))
                            .isEqualByComparingTo(inRows.get(key + status + " cost"));
                    assertThat(new BigDecimal(line.get(status + "Quantity")))
                            .isEqualByComparingTo(inRows.get(key + status + " quantity"));
                }
                assertThat(new BigDecimal(line.get("Utilisation"))).isBetween(new BigDecimal("0.5"), BigDecimal.ONE);
            }
        }
    }

    /** What a company that leaves has promised: the same every day, and less and less of it used. */
    @Test
    void strandedCommitmentsShow() {
        Request request = Request.rows(12_000).daily().month("2026-01").months(3).seed(55)
                .trend(new Trend.Custom(new BillingMonth(YearMonth.of(2026, 1)), List.of(BigDecimal.ONE,
                        new BigDecimal("0.45"), new BigDecimal("0.3"))));
        Plan plan = Plan.of(request.bill());
        BigDecimal before = BigDecimal.ONE;
        for (int month = 0; month < 3; month++) {
            String start = request.spec().firstMonth().plus(month) + "-01T00:00:00Z";
            List<Map<String, String>> lines = Sheets.read(request, Sheet.COMMITMENTS).stream()
                    .filter(line -> line.get("BillingPeriodStart").equals(start)).toList();
            BigDecimal share = plan.month(request.spec().firstMonth().plus(month)).utilisation().share();
            assertThat(lines).isNotEmpty()
                    .allSatisfy(line -> assertThat(line.get("Utilisation")).isEqualTo(share.toPlainString()));
            assertThat(share).isLessThan(before);
            before = share;
        }
    }

    @Test
    void aBillWithoutCommitmentsHasNoneAndCoversNothing() {
        Request request = Request.rows(9_000).daily().coverage("0");
        assertThat(Sheets.read(request, Sheet.COMMITMENTS)).isEmpty();
        assertThat(Sheets.text(request, Sheet.COMMITMENTS, TableFormat.JSON)).endsWith("\"commitments\":[\n]}\n");
        assertThat(Sheets.read(request, Sheet.COVERAGE)).isNotEmpty()
                .allSatisfy(line -> assertThat(line.get("Coverage")).isEqualTo("0.0"));
    }

    @Test
    void whatIsTooLargeIsRefusedAndWhatIsNotWantedEnds() {
        for (Sheet sheet : List.of(Sheet.COVERAGE, Sheet.COMMITMENTS)) {
            assertThatThrownBy(() -> AnswerSheet.of(Request.rows(5_000_000_000L).spec(), sheet, TableFormat.CSV,
                    () -> false)).isInstanceOfSatisfying(RefusedException.class,
                            refused -> assertThat(refused.violations().get(0).message()).contains("sheet that adds up")
                                    .doesNotContain("summaries"));
            assertThatThrownBy(() -> AnswerSheet.of(Request.rows(3_000).spec(), sheet, TableFormat.CSV, () -> true))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(AnswerSheet.of(Request.rows(100_000_000L).spec(), Sheet.OWNERSHIP, TableFormat.CSV, () -> false)
                .parts()).isGreaterThan(100);
    }
}
