package io.focusgen.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.focusgen.focus.FocusColumn;

/** What happens where a check may not remember everything: months that are over go first, and nothing false is said. */
class BoundedMemoryTest {

    private static final int MONTHS = 40;
    private static final int MACHINES = 50;

    /** Does for the ids and a month or two of the machines below, not for all their months. */
    private static final int SOME = 200_000;

    private final SampleBill bill = new SampleBill();

    @Test
    void withoutMemoryNothingFalseIsFoundAndWhatWasMissedIsNamed() {
        bill.lines.add(bill.line("keys", 2).copy());

        Report report = bill.check(Options.COMPLETE.withMemory(0));

        assertThat(report.findings()).as("%s", report).isEmpty();
        assertThat(report.partly()).extracting(Rule::id).contains("FG-USAGE-ONCE", "FG-MACHINE-HOURS",
                "FG-GOOGLE-MACHINE-PARTS", "FG-RESOURCE-TEAM", "FG-RESOURCE-TYPE", "SkuPriceId-C-014-C");
        assertThat(report.partly()).doesNotContainAnyElementsOf(TaxSums.ALL)
                .doesNotContainAnyElementsOf(CommitmentSums.ALL).doesNotContainAnyElementsOf(ExchangeRates.ALL);
        assertThat(report.toString()).contains(" judged in part");
    }

    @Test
    void withMemoryEverythingIsJudged() {
        assertThat(bill.check().partly()).isEmpty();
    }

    @Test
    void monthsInOrderAreJudgedOneAfterTheOther() {
        months();
        bill.lines.add(bill.lines.get(bill.lines.size() - 1).copy());

        Report report = bill.check(Options.COMPLETE.withMemory(SOME));

        assertThat(report.findings()).as("%s", report).extracting(finding -> finding.rule().id())
                .containsExactlyInAnyOrder("FG-USAGE-ONCE", "FG-MACHINE-HOURS");
        assertThat(report.partly()).as("%s", report).isEmpty();
    }

    @Test
    void aMonthThatWasForgottenIsNotJudgedAgain() {
        months();
        bill.lines.add(bill.lines.get(0).copy());

        Report report = bill.check(Options.COMPLETE.withMemory(SOME));

        assertThat(report.findings()).as("%s", report).isEmpty();
        assertThat(report.partly()).extracting(Rule::id)
                .containsExactlyInAnyOrder("FG-USAGE-ONCE", "FG-MACHINE-HOURS", "FG-DEVICE-HOURS", "FG-RESOURCE-TEAM");
    }

    @Test
    void aMonthIsJudgedBeforeItIsForgotten() {
        List<Line> google = bill.lines.stream().filter(line -> line.label().startsWith("gc-core")
                || line.label().startsWith("gc-ram")).toList();
        bill.lines.clear();
        google.get(1).priced("0.004237", "0.004237", "380.0", "GiB-Hours").plain();
        List<Line> later = List.copyOf(months());
        bill.lines.clear();
        bill.lines.addAll(google);
        bill.lines.addAll(later);

        Report report = bill.check(Options.COMPLETE.withMemory(SOME));

        assertThat(report.findings()).as("%s", report).extracting(finding -> finding.rule().id())
                .containsExactly("FG-GOOGLE-MACHINE-PARTS");
        assertThat(report.partly()).isEmpty();
    }

    @Test
    void correctionsOfTheMonthBeforeAreJudgedHoweverManyMonthsThereWere() {
        months();
        correct(MONTHS - 2, "-17.0");
        correct(0, "-1.0");

        Report report = bill.check(Options.COMPLETE.withMemory(SOME));

        assertThat(report.findings()).as("%s", report).singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(CorrectedRows.WITHIN));
        assertThat(report.partly()).containsExactly(CorrectedRows.ORIGINAL, CorrectedRows.WITHIN);
    }

    @Test
    void rowsBeyondTheShareOfCorrectionsAreNotTheirOriginals() {
        months();
        correct(MONTHS - 2, "-17.0");

        Report report = bill.check(Options.COMPLETE.withMemory(SOME / 8));

        assertThat(report.findings()).as("%s", report).isEmpty();
        assertThat(report.partly()).contains(CorrectedRows.ORIGINAL, CorrectedRows.WITHIN);
    }

    /** In the last month, something of the last machine in an earlier one. */
    private void correct(int month, String hours) {
        Line last = bill.lines.get(bill.lines.size() - 1);
        Line original = bill.lines.get(month * MACHINES + MACHINES - 1);
        Line correction = original.copy().set(FocusColumn.CHARGE_CLASS, "Correction")
                .priced("0.1", "0.09", hours, "Hours").consumed(hours, "Hours").plain();
        for (FocusColumn column : List.of(FocusColumn.BILLING_PERIOD_START, FocusColumn.BILLING_PERIOD_END,
                FocusColumn.INVOICE_ID)) {
            correction.set(column, String.valueOf(last.get(column)));
        }
        bill.lines.add(correction);
    }

    /** Makes the bill one of machines that run a day of every month. */
    private List<Line> months() {
        Line like = new SampleBill().line("web");
        bill.lines.clear();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = YearMonth.of(2021, 1).plusMonths(i);
            for (int machine = 0; machine < MACHINES; machine++) {
                bill.lines.add(like.copy().period(month + "-01", month + "-02")
                        .set(FocusColumn.BILLING_PERIOD_START, month + "-01T00:00:00Z")
                        .set(FocusColumn.BILLING_PERIOD_END, month.plusMonths(1) + "-01T00:00:00Z")
                        .set(FocusColumn.INVOICE_ID, "invoice-" + month)
                        .resource("i-" + machine, "machine " + machine, "instance"));
            }
        }
        return bill.lines;
    }
}
