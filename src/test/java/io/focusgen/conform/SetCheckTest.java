package io.focusgen.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.focusgen.focus.FocusColumn;

/** What sums and sets must not object to, and where exactly they begin to. */
class SetCheckTest {

    private final SampleBill bill = new SampleBill();

    @Test
    void theOrderOfRowsChangesNothing() {
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(bill.lines, new Random(seed));

            assertClean();
        }
    }

    @Test
    void aMonthlyCommitmentMayHoldMoreHoursInALongerMonth() {
        keepOnly("ri-purchase", "ri-used", "ri-unused");
        month(1, "2025-03", "2025-04", 744);
        month(2, "2025-04", "2025-05", 720);

        assertClean();
    }

    @Test
    void aMonthlyCommitmentMayNotHoldTheSameHoursInAShorterMonth() {
        keepOnly("ri-purchase", "ri-used", "ri-unused");
        month(1, "2025-03", "2025-04", 744);
        month(2, "2025-04", "2025-05", 744);

        assertBroken("FG-COMMITMENT-CONSTANT");
    }

    @Test
    void aCommitmentPaidUpfrontIsNotSummedOverAMonth() {
        bill.lines.removeAll(bill.each("ri-purchase").subList(1, SampleBill.DAYS));
        bill.line("ri-purchase").period("2025-03-01", "2026-03-01")
                .set(FocusColumn.CHARGE_FREQUENCY, "One-Time")
                .set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "3650.0")
                .priced("0.06", "0.06", "3650.0", "Hours").billed(new BigDecimal("219.0"));

        assertClean();
    }

    @Test
    void correctionsOfACommitmentStandApart() {
        Line correction = bill.line("ri-used").copy().set(FocusColumn.CHARGE_CLASS, "Correction")
                .period("2025-02-27", "2025-02-28")
                .clear(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, FocusColumn.COMMITMENT_DISCOUNT_UNIT);
        bill.lines.add(correction);
        bill.lines.add(correction.copy());

        assertClean();
    }

    @Test
    void whatWasChargedCanBeTakenBackInParts() {
        LedgerMutations.february(bill, "5.5");
        bill.lines.add(bill.line("correction").copy());
        assertClean();

        bill.lines.add(bill.line("correction").copy());
        assertBroken("FG-CORRECTION-WITHIN");
    }

    @Test
    void aCorrectionOfAMonthThatIsNotAtHandIsNotJudged() {
        LedgerMutations.february(bill, "2.0").period("2025-01-27", "2025-01-28")
                .set(FocusColumn.BILLING_PERIOD_START, "2025-01-01T00:00:00Z")
                .set(FocusColumn.BILLING_PERIOD_END, "2025-02-01T00:00:00Z")
                .set(FocusColumn.INVOICE_ID, "invoice-2025-01");

        assertClean();
    }

    @Test
    void originalsAreFoundWhereverTheyStand() {
        LedgerMutations.february(bill, "2.0");

        theOrderOfRowsChangesNothing();
    }

    @Test
    void anAdjustmentMayBeAboveOrBelowZeroOrNothing() {
        for (String amount : List.of("0.0", "0.0049999999999", "-0.0000000000001")) {
            BigDecimal cost = new BigDecimal(amount);
            bill.lines.add(bill.line("support").copy().clear(FocusColumn.SKU_ID, FocusColumn.SKU_METER,
                    FocusColumn.SKU_PRICE_ID, FocusColumn.PRICING_CATEGORY, FocusColumn.PRICING_QUANTITY,
                    FocusColumn.PRICING_UNIT, FocusColumn.LIST_UNIT_PRICE, FocusColumn.CONTRACTED_UNIT_PRICE,
                    FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE)
                    .set(FocusColumn.CHARGE_CATEGORY, "Adjustment").set(FocusColumn.CHARGE_FREQUENCY, "One-Time")
                    .set(FocusColumn.CHARGE_DESCRIPTION, "Rounding").service("Invoice", "Other", "Other (Other)")
                    .set(FocusColumn.LIST_COST, cost).set(FocusColumn.CONTRACTED_COST, cost).billed(cost)
                    .effective(cost));
        }

        assertClean();
    }

    @Test
    void aThirdPartyMayInvoiceWhatItSells() {
        LedgerMutations.thirdParty(bill);

        assertClean();
    }

    @Test
    void aResellerMayInvoiceAll() {
        bill.lines.stream().filter(line -> "AWS".equals(line.get(FocusColumn.PROVIDER_NAME)))
                .forEach(line -> line.set(FocusColumn.INVOICE_ISSUER_NAME, "Reseller"));

        assertClean();
    }

    @Test
    void reservedCapacityMayHaveAnUnusedPartInEveryPeriod() {
        for (int day = 1; day <= SampleBill.DAYS; day++) {
            LedgerMutations.reserved(bill, day, "Unused", "rest");
        }

        assertClean();
    }

    @Test
    void onDemandBesideAnUnusedPartIsJudgedByTheHour() {
        LedgerMutations.hourly(bill);
        assertClean();

        LedgerMutations.onDemandBeside(bill, 5);
        assertClean();

        LedgerMutations.onDemandBeside(bill, 3).sku("sku-m7i", "price-m7i-spot", "Dynamic");
        assertClean();

        LedgerMutations.onDemandBeside(bill, 3);
        assertBroken("FG-COMMITMENT-IDLE");
    }

    @Test
    void manyGroupsTooSmallForTaxDoNotBendTheRate() {
        for (int i = 0; i < 2_000; i++) {
            smallCharge(i, "0.06");
        }

        assertClean();
    }

    @Test
    void aGroupOwesTaxFromOneMinorUnitOn() {
        smallCharge(1, "0.124");
        assertClean();

        smallCharge(2, "0.126");
        assertBroken("FG-TAX-COMPLETE");
    }

    @Test
    void wrongRatesAreCountedHoweverManyAndTheRightOneIsTheMajoritys() {
        Line like = bill.line("gc-bucket");
        for (int i = 1; i <= 20; i++) {
            Line wrong = like.copy().set(FocusColumn.CHARGE_DESCRIPTION, "Wrong " + i);
            wrong.set(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST,
                    wrong.number(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST).multiply(BigDecimal.valueOf(1 + i)));
            wrong.billed(BigDecimal.ZERO).set(FocusColumn.INVOICE_ISSUER_NAME, "Reseller")
                    .set(FocusColumn.INVOICE_ID, "reseller");
            bill.lines.add(i, wrong);
        }

        Report report = bill.check();

        assertThat(report.findings()).as("%s", report).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(ExchangeRates.EFFECTIVE);
            assertThat(finding.count()).isEqualTo(20);
            assertThat(finding.examples().get(0).message()).contains("elsewhere 151.370000 to 151.370000");
        });
    }

    @Test
    void aRateMayChangeWithTheMonthAndTheAccount() {
        for (Line line : List.of(bill.line("gc-bucket"), bill.line("az-disk"))) {
            Line next = line.copy().currency(String.valueOf(line.get(FocusColumn.BILLING_CURRENCY)), "0.9")
                    .priced("0.5", "0.4", "2.0", line.get(FocusColumn.PRICING_UNIT)).plain()
                    .period("2025-04-01", "2025-04-02")
                    .set(FocusColumn.BILLING_PERIOD_START, "2025-04-01T00:00:00Z")
                    .set(FocusColumn.BILLING_PERIOD_END, "2025-05-01T00:00:00Z")
                    .set(FocusColumn.INVOICE_ID, "april-" + line.label());
            bill.lines.add(next);
        }

        assertClean();
    }

    @Test
    void theMinorUnitIsThatOfTheCurrency() {
        oneMore(bill.line("tax-gc-bucket"));
        assertClean();

        oneMore(bill.line("tax-gpu"));
        assertBroken("FG-TAX-RATE", "ListCost-C-007-C", "ContractedCost-C-007-C", "EffectiveCost-C-009-C");
    }

    private static void oneMore(Line tax) {
        for (FocusColumn cost : List.of(FocusColumn.LIST_COST, FocusColumn.CONTRACTED_COST, FocusColumn.BILLED_COST)) {
            tax.set(cost, tax.number(cost).add(BigDecimal.ONE));
        }
        tax.effective(tax.number(FocusColumn.BILLED_COST));
    }

    @Test
    void aNegativeBaseOwesNegativeTax() {
        bill.each("db").forEach(line -> line.priced("0.41", "0.369", "-24.0", "Hours").plain());
        Line tax = bill.line("tax-db");
        for (FocusColumn cost : List.of(FocusColumn.BILLED_COST, FocusColumn.LIST_COST, FocusColumn.CONTRACTED_COST,
                FocusColumn.EFFECTIVE_COST, FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST)) {
            tax.set(cost, tax.number(cost).negate());
        }

        assertClean();
    }

    @Test
    void anIssuerWithoutTaxIsUntaxedAndMayBillNothingItself() {
        bill.each("disk").forEach(line -> line.set(FocusColumn.INVOICE_ISSUER_NAME, "Reseller")
                .set(FocusColumn.INVOICE_ID, "invoice-of-reseller").billed(BigDecimal.ZERO));
        bill.lines.remove(bill.line("tax-disk"));

        assertClean();
    }

    @Test
    void aPurchaseOfFutureUseIsUntaxed() {
        bill.line("support").effective(BigDecimal.ZERO);
        bill.lines.remove(bill.line("tax-support"));

        assertClean();
    }

    @Test
    void theSameIdOfAnotherProviderIsAnotherThing() {
        Line other = bill.line("web").copy().set(FocusColumn.PROVIDER_NAME, "Tencent")
                .resource("i-web", "web server", "instance").set(FocusColumn.INVOICE_ISSUER_NAME, "Tencent")
                .set(FocusColumn.INVOICE_ID, "invoice-of-tencent")
                .set(FocusColumn.REGION_NAME, "Elsewhere").set(FocusColumn.SKU_METER, "Other meter");
        bill.lines.add(other);

        assertClean();
    }

    @Test
    void aMachineRunsNoLongerThanItsChargePeriodInSum() {
        bill.lines.removeIf(line -> line.label().startsWith("ri-"));
        Line day = bill.line("web", 2);
        bill.lines.add(day.copy().set(FocusColumn.CHARGE_DESCRIPTION, "The rest")
                .priced("0.0", "0.0", "8.0", "Hours").sku("sku-m7i", "free", "Standard").plain());
        assertClean();

        bill.lines.add(day.copy().set(FocusColumn.CHARGE_DESCRIPTION, "Too much")
                .priced("0.0", "0.0", "0.000000001", "Hours").sku("sku-m7i", "free", "Standard").plain());
        assertBroken("FG-MACHINE-HOURS");
    }

    private void keepOnly(String... labels) {
        bill.lines.retainAll(Stream.of(labels).flatMap(label -> bill.each(label).stream().limit(2)).toList());
    }

    /** Makes the n-th day of the instance commitment a month of one instance, unused but for 100 hours. */
    private void month(int n, String month, String next, int hours) {
        for (String label : List.of("ri-purchase", "ri-used", "ri-unused")) {
            int quantity = switch (label) {
                case "ri-purchase" -> hours;
                case "ri-used" -> 100;
                default -> hours - 100;
            };
            String list = label.equals("ri-used") ? "0.1" : "0.06";
            Line line = bill.line(label, n).period(month + "-01", next + "-01")
                    .set(FocusColumn.BILLING_PERIOD_START, month + "-01T00:00:00Z")
                    .set(FocusColumn.BILLING_PERIOD_END, next + "-01T00:00:00Z")
                    .set(FocusColumn.INVOICE_ID, "invoice-" + month)
                    .set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, quantity + ".0")
                    .priced(list, "0.06", quantity + ".0", "Hours");
            if (label.equals("ri-purchase")) {
                line.billed(line.number(FocusColumn.CONTRACTED_COST));
            } else {
                line.effective(line.number(FocusColumn.CONTRACTED_COST));
            }
        }
    }

    /** A charge in a region of its own, which makes it a tax group of its own. */
    private void smallCharge(int number, String cost) {
        bill.lines.add(bill.line("keys").copy()
                .set(FocusColumn.REGION_ID, "edge-" + number).set(FocusColumn.REGION_NAME, "Edge " + number)
                .sku("sku-kms", number + "-kms", "Standard")
                .resource("key-in-edge-" + number, "key", "key")
                .priced(cost, cost, "1.0", "Requests").plain());
    }

    private void assertClean() {
        Report report = bill.check();

        assertThat(report.findings()).as("%s", report).isEmpty();
    }

    private void assertBroken(String... rules) {
        Report report = bill.check();

        assertThat(report.findings()).as("%s", report).extracting(finding -> finding.rule().id())
                .containsExactlyInAnyOrder(rules);
    }
}
