package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.Plan;
import io.focusgen.spec.CommitmentScope;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** How commitments are bought, paid and bought again. */
class CommitmentTermsTest {

    private static final YearMonth FIRST = YearMonth.of(2023, 1);
    private static final int MONTHS = 38;

    /** What is known of a commitment from all months. */
    private static final class Known {
        BigDecimal paidOnce = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal amortised = BigDecimal.ZERO;
        BigDecimal boughtOnce = BigDecimal.ZERO;
        BigDecimal quantity = BigDecimal.ZERO;
        @Nullable
        ChargePeriod term;
    }

    private static Map<String, Known> all(Request request) {
        Map<String, Known> all = new TreeMap<>();
        Plan plan = Plan.of(request.bill());
        for (int i = 0; i < MONTHS; i++) {
            Bill.visit(plan, new BillingMonth(FIRST.plusMonths(i)), line -> {
                String id = line.get(FocusColumn.COMMITMENT_DISCOUNT_ID);
                if (id == null) {
                    return;
                }
                Known known = all.computeIfAbsent(id, first -> new Known());
                if (line.is(FocusColumn.CHARGE_FREQUENCY, "One-Time")) {
                    assertThat(known.term).isNull();
                    known.term = line.charge().period();
                    known.paidOnce = known.paidOnce.add(line.billed());
                    known.boughtOnce = known.boughtOnce.add(line.committed());
                    assertThat(line.effective()).isZero();
                } else if (line.isPurchase()) {
                    known.fees = known.fees.add(line.billed());
                    assertThat(line.effective()).isZero();
                } else {
                    known.amortised = known.amortised.add(line.effective());
                    known.quantity = known.quantity.add(line.committed());
                    assertThat(line.billed()).isZero();
                }
            });
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"aws, USD, ALL_UPFRONT", "aws, USD, PARTIAL_UPFRONT", "azure, EUR, ALL_UPFRONT",
            "azure, JPY, ALL_UPFRONT"})
    void whatIsPaidAtOnceIsAmortisedExactlyOverItsTerm(String provider, String currency, CommitmentPayment payment) {
        Request request = Request.rows(10_000).daily().providers(provider).currency(currency).seed(81)
                .commitments(1, payment, CommitmentScope.SHARED);
        BillingMonth first = new BillingMonth(FIRST);
        BillingMonth end = new BillingMonth(FIRST.plusMonths(MONTHS));
        List<Known> whole = new ArrayList<>();
        for (Known known : all(request).values()) {
            ChargePeriod term = known.term;
            if (term != null && term.startHour() >= first.startHour() && term.endHour() <= end.startHour()) {
                whole.add(known);
            }
        }
        assertThat(whole).hasSizeGreaterThanOrEqualTo(4);
        for (Known known : whole) {
            assertThat(known.paidOnce).isPositive();
            assertThat(known.amortised).isEqualByComparingTo(known.paidOnce.add(known.fees));
            assertThat(known.quantity).isEqualByComparingTo(known.boughtOnce);
            assertThat(known.fees.signum()).isEqualTo(payment == CommitmentPayment.PARTIAL_UPFRONT ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void feesAloneAreWhatUsageOfTheMonthCosts(String provider) {
        for (Request shape : List.of(Request.rows(10_000).daily(), Request.rows(5_000).monthly())) {
            Request request = shape.providers(provider).seed(82)
                    .commitments(3, provider.equals("azure") ? CommitmentPayment.MONTHLY : CommitmentPayment.NO_UPFRONT,
                            CommitmentScope.SHARED);
            Map<String, Known> all = all(request);
            assertThat(all).isNotEmpty();
            all.values().forEach(known -> {
                assertThat(known.term).isNull();
                assertThat(known.amortised).isEqualByComparingTo(known.fees);
            });
        }
    }

    @Test
    void aReservationsFeeIsPaidByTheMonthOfItsTermAndAPlansByTheHour() {
        Bill bill = Bill.of(Request.rows(10_000).daily().seed(83).commitments(1, CommitmentPayment.NO_UPFRONT,
                CommitmentScope.SHARED));
        Set<String> meters = new TreeSet<>();
        for (Bill.Line line : bill.lines()) {
            if (line.isCommitment() && line.isPurchase()) {
                boolean usage = line.is(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Usage");
                String meter = Objects.requireNonNull(line.get(FocusColumn.SKU_METER));
                assertThat(line.charge().period() != null).isEqualTo(usage);
                assertThat(meter).contains(usage ? "HeavyUsage:" : "EC2SP:");
                assertThat(line.committed()).isEqualByComparingTo(line.quantity());
                meters.add(meter);
            }
        }
        assertThat(meters).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void aTermEndsWhereTheNextBeginsInsideAMonthToo(String provider) {
        Plan plan = Plan.of(Request.rows(10_000).daily().providers(provider).seed(84).bill());
        int renewed = 0;
        for (int i = 0; i < MONTHS; i++) {
            BillingMonth month = new BillingMonth(FIRST.plusMonths(i));
            Map<String, List<Integer>> days = new TreeMap<>();
            Bill.visit(plan, month, line -> {
                if (line.isUsed()) {
                    Spread spread = line.charge().quantity();
                    days.computeIfAbsent(line.get(FocusColumn.RESOURCE_ID) + " " + line.get(FocusColumn.SKU_ID),
                            first -> new ArrayList<>()).addAll(List.of(spread.from(), spread.from() + spread.count()));
                }
            });
            int length = month.month().lengthOfMonth();
            for (List<Integer> bounds : days.values()) {
                assertThat(bounds.get(0)).isZero();
                assertThat(bounds.get(bounds.size() - 1)).isEqualTo(length);
                if (bounds.size() == 4) {
                    assertThat(bounds.get(1)).isEqualTo(bounds.get(2)).isBetween(1, length - 1);
                    renewed++;
                }
            }
        }
        assertThat(renewed).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void aLargeEnterpriseHasEveryKindOfPurchaseInEveryMonth(String provider) {
        Plan plan = Plan.of(Request.rows(30_000).daily().profile(Profile.ENTERPRISE).providers(provider).seed(85)
                .bill());
        assertThat(plan.holdings().reservations()).hasSizeGreaterThanOrEqualTo(3);
        for (int i = 0; i < 12; i++) {
            Set<String> kinds = new TreeSet<>();
            Set<String> categories = new TreeSet<>();
            boolean[] elsewhere = new boolean[1];
            Map<String, String> buyers = new TreeMap<>();
            List<Bill.Line> used = new ArrayList<>();
            Bill.visit(plan, new BillingMonth(FIRST.plusMonths(i)), line -> {
                String id = line.get(FocusColumn.COMMITMENT_DISCOUNT_ID);
                if (id != null && line.isUsed()) {
                    used.add(line);
                } else if (id != null) {
                    buyers.put(id, String.valueOf(line.get(FocusColumn.SUB_ACCOUNT_ID)));
                    kinds.add(line.isPurchase() ? String.valueOf(line.get(FocusColumn.CHARGE_FREQUENCY)) : "Unused");
                    categories.add(String.valueOf(line.get(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY)));
                }
            });
            for (Bill.Line line : used) {
                elsewhere[0] |= !line.is(FocusColumn.SUB_ACCOUNT_ID,
                        String.valueOf(buyers.get(line.get(FocusColumn.COMMITMENT_DISCOUNT_ID))));
            }
            assertThat(categories).containsExactly("Spend", "Usage");
            assertThat(elsewhere[0]).isTrue();
            if (provider.equals("gcp")) {
                assertThat(kinds).containsExactly("Recurring", "Unused");
            } else {
                assertThat(kinds).as("month %d", i).containsExactly("One-Time", "Recurring", "Unused");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void whatIsNotSharedIsUsedInTheAccountThatBoughtItAlone(String provider) {
        for (Request shape : List.of(Request.rows(10_000).daily(), Request.rows(5_000).monthly())) {
            Bill bill = Bill.of(shape.providers(provider).seed(86).commitments(null, null, CommitmentScope.ACCOUNT));
            Set<String> accounts = new TreeSet<>();
            bill.lines().stream().filter(Bill.Line::isCommitment)
                    .forEach(line -> accounts.add(String.valueOf(line.get(FocusColumn.SUB_ACCOUNT_ID))));
            assertThat(accounts).hasSize(1);
            assertThat(bill.lines()).anyMatch(Bill.Line::isUsed);
            assertThat(bill.plan().coverage()).isEqualByComparingTo("0.6");
        }
    }

    @Test
    void theBudgetIsMetWithoutWhatIsPaidAtOnce() {
        for (CommitmentPayment payment : List.of(CommitmentPayment.NO_UPFRONT, CommitmentPayment.PARTIAL_UPFRONT,
                CommitmentPayment.ALL_UPFRONT)) {
            Bill bill = Bill.of(Request.rows(30_000).daily().seed(87).budget("400000").month("2025-07")
                    .commitments(1, payment, CommitmentScope.SHARED));
            assertThat(bill.billedBeforeTax().doubleValue()).as("%s", payment)
                    .isBetween(398_000.0, 402_000.0);
        }
    }
}
