package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.Plan;
import io.focusgen.plan.Structure;
import io.focusgen.spec.CommitmentScope;
import io.focusgen.spec.Profile;
import io.focusgen.spec.Trend;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Azure and Google round what they invoice to whole coins, in a row of its own. */
class RoundingTest {

    private static final Set<FocusColumn> SAID = EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.BILLING_ACCOUNT_NAME, FocusColumn.BILLING_ACCOUNT_TYPE, FocusColumn.BILLING_CURRENCY,
            FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_DESCRIPTION, FocusColumn.CHARGE_FREQUENCY,
            FocusColumn.HOST_PROVIDER_NAME, FocusColumn.INVOICE_ID, FocusColumn.INVOICE_ISSUER_NAME,
            FocusColumn.PRICING_CURRENCY, FocusColumn.PROVIDER_NAME, FocusColumn.PUBLISHER_NAME,
            FocusColumn.SERVICE_CATEGORY, FocusColumn.SERVICE_NAME, FocusColumn.SERVICE_PROVIDER_NAME,
            FocusColumn.SERVICE_SUBCATEGORY);

    /** Beyond it, only the billing account's own charges are closed. */
    private static final long MOST_DAILY = 30_000_000;

    private static final String MARCH = "2026-03";

    @ParameterizedTest
    @CsvSource({"azure, USD, DAILY, 3000, LARGE_BUSINESS", "azure, EUR, DAILY, 30000, ENTERPRISE",
            "azure, JPY, MONTHLY, 30000, STARTUP", "azure, USD, MONTHLY, 3000, DATA_HEAVY",
            "gcp, EUR, HOURLY, 10000, LARGE_BUSINESS", "gcp, KRW, DAILY, 30000, ML_AI",
            "gcp, GBP, MONTHLY, 3000, GREENFIELD", "gcp, USD, HOURLY, 100000, ENTERPRISE",
            "gcp, JPY, HOURLY, 30000, LARGE_BUSINESS", "gcp, EUR, DAILY, 100000, GREENFIELD",
            "gcp, EUR, MONTHLY, 30000, ENTERPRISE"})
    void oneRowAMonthClosesTheInvoiceToWholeCoins(String provider, String currency, Granularity grain, long rows,
            Profile profile) {
        Plan plan = Plan.of(Request.rows(rows).providers(provider).currency(currency).granularity(grain)
                .profile(profile).seed(5).bill());
        int coins = plan.spec().currency().digits();
        for (int i = 0; i < 4; i++) {
            BillingMonth month = plan.spec().dataset().firstMonth().plus(i);
            Bill bill = Bill.of(plan, month);

            assertThat(adjustments(bill)).singleElement().satisfies(line -> {
                assertThat(EnumSet.allOf(FocusColumn.class)).filteredOn(column -> line.get(column) != null)
                        .containsExactlyInAnyOrderElementsOf(SAID);
                assertThat(line.get(FocusColumn.CHARGE_FREQUENCY)).isEqualTo("One-Time");
                assertThat(line.get(FocusColumn.SERVICE_SUBCATEGORY)).isEqualTo("Other (Other)");
                assertThat(line.charge().wholeMonth()).isTrue();
                assertThat(line.charge().rates().priced()).isNull();
                assertThat(List.of(line.effective(), line.list(), line.contracted())).containsOnly(line.billed());
            });
            assertClosed(bill, coins);
        }
    }

    /** What is behind the coins is gone, and nothing but the adjustment takes it away. */
    private static void assertClosed(Bill bill, int coins) {
        List<Bill.Line> invoiced = invoiced(bill);
        List<Bill.Line> others = invoiced.stream().filter(line -> !isAdjustment(line)).toList();
        BigDecimal adjustment = billed(adjustments(bill));

        assertThat(digits(billed(invoiced))).isLessThanOrEqualTo(coins);
        assertThat(digits(billed(others))).isGreaterThan(coins);
        assertThat(adjustment.abs()).isLessThanOrEqualTo(new BigDecimal("0.5").movePointLeft(coins));
        assertThat(billed(invoiced)).isEqualByComparingTo(billed(others).setScale(coins, RoundingMode.HALF_UP));
        // Each of the others counts: without any that is not in whole coins itself, it does not close.
        BigDecimal sum = billed(invoiced);
        assertThat(others.stream().map(Bill.Line::billed).filter(cost -> digits(cost) > coins))
                .isNotEmpty().noneMatch(cost -> digits(sum.subtract(cost)) <= coins);
    }

    private static List<Bill.Line> adjustments(Bill bill) {
        return bill.lines().stream().filter(RoundingTest::isAdjustment).toList();
    }

    private static boolean isAdjustment(Bill.Line line) {
        return line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment");
    }

    /** What is on the provider's own invoice, and was there before anything went wrong or was wasted. */
    private static List<Bill.Line> invoiced(Bill bill) {
        String invoice = adjustments(bill).get(0).get(FocusColumn.INVOICE_ID);
        BillingMonth month = bill.plan().spec().dataset().firstMonth();
        return bill.lines().stream().filter(line -> line.is(FocusColumn.INVOICE_ID, invoice))
                .filter(line -> !bill.plan().rows(month).isOnTop(line.slice())).toList();
    }

    private static int digits(BigDecimal cost) {
        return cost.stripTrailingZeros().scale();
    }

    private static BigDecimal billed(List<Bill.Line> lines) {
        return lines.stream().map(Bill.Line::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Purchases at once, taxes, credits, gaps, peaks and corrections are all on the invoice. */
    static Stream<Request> unusual() {
        Request march = Request.rows(30_000).daily().month(YearMonth.parse(MARCH)).seed(5);
        return Stream.of(
                march.providers("azure").currency("EUR").commitments(1, CommitmentPayment.ALL_UPFRONT,
                        CommitmentScope.SHARED).lapsing("2026-03-05", 0),
                march.providers("gcp").currency("JPY").lapsing("2026-03-05", 9),
                march.providers("gcp").currency("EUR").peak("2026-03-12", 4, "3"),
                march.providers("azure").currency("GBP").sellersInvoice(),
                march.providers("gcp").withRows(30_000).hourly().sellersInvoice(),
                march.providers("gcp").trend(new Trend.Linear(new BillingMonth(YearMonth.of(2026, 1)),
                        new BigDecimal("-10"))));
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void whatComesOnceIsInIt(Request request) {
        Bill bill = Bill.of(request);

        assertClosed(bill, bill.plan().spec().currency().digits());
        assertThat(invoiced(bill).stream().map(line -> line.get(FocusColumn.CHARGE_CATEGORY)))
                .contains("Usage", "Purchase", "Tax", "Credit", "Adjustment");
        assertThat(bill.lines()).anyMatch(line -> line.is(FocusColumn.CHARGE_CLASS, "Correction"));
    }

    @Test
    void whatIsPaidAtOnceIsInIt() {
        Bill bill = Bill.of(unusual().findFirst().orElseThrow());

        assertThat(invoiced(bill)).anyMatch(
                line -> line.isCommitment() && line.is(FocusColumn.CHARGE_FREQUENCY, "One-Time") && line.isPurchase());
    }

    @Test
    void whatSellersInvoiceIsNotInIt() {
        Bill bill = Bill.of(Request.rows(30_000).daily().providers("gcp").sellersInvoice());

        assertThat(invoiced(bill).size()).isLessThan(bill.lines().size());
    }

    @ParameterizedTest
    @CsvSource({"azure, EUR, DAILY", "gcp, JPY, HOURLY"})
    void rowsOnTopChangeItByNothing(String provider, String currency, Granularity grain) {
        Request request = Request.rows(30_000).providers(provider).currency(currency).granularity(grain).seed(6);
        Bill plain = Bill.of(request);
        Bill more = Bill.of(request.anomalies(3).waste(20));

        assertThat(more.lines().size()).isGreaterThan(plain.lines().size());
        assertThat(billed(adjustments(more))).isEqualTo(billed(adjustments(plain)));
        assertClosed(more, more.plan().spec().currency().digits());
        assertThat(digits(billed(more.lines()))).as("what is on top stays as it is")
                .isGreaterThan(more.plan().spec().currency().digits());
    }

    /** Whichever months and slices were made before, and whether any was. */
    @ParameterizedTest
    @CsvSource({"azure, DAILY", "gcp, HOURLY", "gcp, MONTHLY"})
    void itIsTheMonthsOwnHoweverOneComesToIt(String provider, Granularity grain) {
        Request request = Request.rows(30_000).providers(provider).currency("EUR").granularity(grain).seed(7);
        BillingMonth march = new BillingMonth(YearMonth.parse(MARCH));
        Plan alone = Plan.of(request.month(MARCH).bill());
        Plan window = Plan.of(request.month("2026-01").months(3).bill());
        Frames frames = new Frames(window);
        for (BillingMonth month : List.of(march.plus(-2), march.plus(-1), march)) {
            for (int slice = 3; slice < 6; slice++) {
                frames.frame(window.month(month), slice);
            }
        }

        BigDecimal expected = adjustment(new Frames(alone), alone, march);
        assertThat(adjustment(frames, window, march)).isEqualTo(expected);
        assertThat(billed(adjustments(Bill.of(window, march)))).isEqualByComparingTo(expected);
        assertThat(adjustment(new Frames(window), window, march.plus(-1))).isNotEqualTo(expected);
    }

    /** The amount when nothing but the billing slice is asked for. */
    private static BigDecimal adjustment(Frames frames, Plan plan, BillingMonth month) {
        Frame frame = frames.frame(plan.month(month), billingSlice(plan, month));
        Charge last = frame.charge(frame.charges() - 1);
        assertThat(last.category()).isEqualTo(ChargeCategory.ADJUSTMENT);
        return last.billed();
    }

    private static int billingSlice(Plan plan, BillingMonth month) {
        Structure structure = plan.structure();
        int slice = structure.coreSlices() + structure.shortSlices();
        assertThat(plan.rows(month).isBilling(slice)).isTrue();
        return slice;
    }

    @Test
    void manyThreadsAtOnceComeToTheSame() throws Exception {
        Plan plan = Plan.of(Request.rows(1_000_000).providers("gcp").currency("EUR").daily().seed(8).bill());
        BillingMonth month = plan.spec().dataset().firstMonth();
        BigDecimal expected = adjustment(new Frames(plan), plan, month);
        Frames shared = new Frames(plan);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<BigDecimal>> readers = Collections.nCopies(8, () -> adjustment(shared, plan, month));
            for (Future<BigDecimal> amount : threads.invokeAll(readers)) {
                assertThat(amount.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoGivesUpLeavesTheRestToOthers() {
        Plan plan = Plan.of(Request.rows(100_000).providers("gcp").daily().seed(8).bill());
        BillingMonth month = plan.spec().dataset().firstMonth();
        Frames frames = new Frames(plan);
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> frames.frame(plan.month(month), billingSlice(plan, month),
                () -> asked.incrementAndGet() > 5)).isInstanceOf(CancellationException.class);

        assertThat(asked).hasValue(6);
        assertThat(adjustment(frames, plan, month)).isEqualTo(adjustment(new Frames(plan), plan, month));
    }

    @Test
    void aBillTooLargeToBeAddedUpClosesTheBillingAccountsOwnCharges() {
        Request request = Request.rows(MOST_DAILY).providers("gcp").daily();
        assertThat(Plan.of(request.bill()).structure().ladder().wholeInvoice()).isTrue();
        Plan plan = Plan.of(request.withRows(MOST_DAILY + 1).bill());
        BillingMonth month = plan.spec().dataset().firstMonth();

        Frame frame = new Frames(plan).frame(plan.month(month), billingSlice(plan, month), () -> {
            throw new AssertionError("no pass over so many");
        });

        BigDecimal own = BigDecimal.ZERO;
        for (int place = 0; place < frame.charges(); place++) {
            own = own.add(frame.charge(place).billed());
        }
        assertThat(digits(own)).isLessThanOrEqualTo(2);
        assertThat(frame.charge(frame.charges() - 1).billed()).isNotEqualByComparingTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"aws, HOURLY, 30000", "aws, MONTHLY, 3000", "azure, DAILY, 2999", "gcp, HOURLY, 9999",
            "gcp, MONTHLY, 2999"})
    void awsHasNoneAndNoBillWithoutAnythingToRound(String provider, Granularity grain, long rows) {
        Bill bill = Bill.of(Request.rows(rows).providers(provider).granularity(grain).profile(Profile.ENTERPRISE));

        assertThat(bill.lines()).noneMatch(line -> line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment"));
    }

    @Test
    void withoutCommitmentsItBeginsWithCorrections() {
        Request request = Request.rows(29_999).providers("gcp").daily().coverage("0");

        assertThat(Bill.of(request).lines()).noneMatch(line -> line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment"));
        assertThat(Bill.of(request.withRows(30_000)).lines())
                .anyMatch(line -> line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment"));
    }
}
