package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.catalog.Provider;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What a month costs before tax, summed up over the charges to the last digit. */
class BudgetTest {

    private static final Percentage TWO_PER_CENT = Percentage.withPercentage(2);
    private static final Percentage HALF_A_PER_CENT = Percentage.withPercentage(0.5);
    private static final long LARGE = 20_000;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theProfilesOwnBudgetIsMetUnderEveryDistribution(Profile profile) {
        for (Distribution distribution : Distribution.values()) {
            Request request = Request.rows(10_000).profile(profile).distribution(distribution).seed(51);
            for (Request shape : new Request[]{request.daily(), request.hourly(), request.hourly().withRows(100_000)}) {
                for (String month : new String[]{"2026-01", "2026-02"}) {
                    assertMeets(shape.month(month), BigDecimal.valueOf(profile.naturalBudget()));
                }
            }
            assertMeetsItsOwn(request.daily().withRows(40_000));
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void anExplicitBudgetIsMet(Profile profile) {
        for (long times : new long[]{1, 2, 7, 50, 1_000}) {
            Request request = Request.rows(10_000).profile(profile).seed(52).month("2026-04")
                    .budget(Long.toString(profile.naturalBudget() * times + 1) + ".37");
            for (Request shape : new Request[]{request.daily(), request.hourly(), request.hourly().withRows(150_000)}) {
                assertMeets(shape, shape.spec().budget().each().value());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1000000", "100000000", "10000000000"})
    void anyBudgetThatCanBeAskedForIsMetOrRefused(String budget) {
        for (Profile profile : Profile.values()) {
            for (Request shape : new Request[]{Request.rows(10_000).daily(), Request.rows(10_000).hourly(),
                    Request.rows(10_000).monthly()}) {
                Request request = shape.profile(profile).budget(budget).seed(53);
                if (accepted(request)) {
                    assertMeets(request, new BigDecimal(budget));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aBudgetBelowTheSmallestResourcesIsRefusedNamingWhatIsEnough(Profile profile) {
        for (Request shape : new Request[]{Request.rows(10_000).daily(), Request.rows(200_000).hourly(),
                Request.rows(3_000).monthly()}) {
            Request request = shape.profile(profile).seed(54);
            RefusedException refused = catchThrowableOfType(RefusedException.class,
                    () -> Plan.of(request.budget("1").coverage("0.6").bill()));
            assertThat(refused).as(request.toString()).isNotNull();
            assertThat(refused.violations()).singleElement().extracting(Violation::field, Violation::value)
                    .containsExactly("budget", "1");
            String least = number(refused.violations().get(0).message());
            // Where next to nothing is left to deal, what cannot be smaller is a larger part of it.
            assertThat(Bill.of(request.budget(least).coverage("0.6")).billedBeforeTax()).as(request.toString())
                    .isCloseTo(new BigDecimal(least), TWO_PER_CENT);
        }
    }

    @ParameterizedTest
    @CsvSource({"30000", "100000"})
    void thatNothingBeCoveredIsNeverWhatIsWrong(long rows) {
        Request crowded = Request.rows(rows).monthly().profile(Profile.GREENFIELD).coverage("0").seed(57);

        Bill bent = Bill.of(crowded);
        assertThat(bent.plan().coverage()).isZero();
        assertThat(bent.plan().budget()).isGreaterThan(BigDecimal.valueOf(Profile.GREENFIELD.naturalBudget()));
        assertThat(bent.billedBeforeTax()).isCloseTo(bent.plan().budget(), TWO_PER_CENT);

        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> Plan.of(crowded.budget("30000").bill()));
        assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("budget");
            assertThat(violation.message()).doesNotContain("coverage");
        });
    }

    /** Who asks for more is another company, with other support and reserved capacity: what is named is enough for that one. */
    @ParameterizedTest
    @CsvSource({"300000,monthly,GREENFIELD", "100000,monthly,STARTUP", "40000,daily,GREENFIELD",
            "60000,daily,ENTERPRISE"})
    void theLeastBudgetThatIsNamedIsEnough(long rows, String granularity, Profile profile) {
        Request shape = Request.rows(rows).profile(profile).coverage("0.6").seed(58);
        Request request = granularity.equals("daily") ? shape.daily() : shape.monthly();
        for (Provider provider : Provider.all()) {
            RefusedException refused = catchThrowableOfType(RefusedException.class,
                    () -> Plan.of(request.providers(provider.label()).budget("3000").bill()));
            assertThat(refused).isNotNull();
            Matcher least = Pattern.compile("at least ([0-9.]+) USD").matcher(refused.getMessage());
            assertThat(least.find()).as(refused.getMessage()).isTrue();
            assertMeets(request.providers(provider.label()).budget(least.group(1)), new BigDecimal(least.group(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({"100", "1000", "2999"})
    void aSmallBillPaysTheSupportMinimumFromItsBudget(long rows) {
        for (Request shape : new Request[]{Request.rows(rows).daily(), Request.rows(rows).monthly()}) {
            Request request = shape.profile(Profile.STARTUP).budget("500").seed(56);
            if (accepted(request)) {
                assertMeets(request, new BigDecimal("500"));
            }
            assertThat(accepted(request.budget("20"))).as("less than the support plan's minimum").isFalse();
        }
    }

    @Test
    void aDefaultBudgetBendsToWhatIsFeasibleAndSaysSo() {
        Request crowded = Request.rows(30_000).monthly().profile(Profile.GREENFIELD).seed(55);
        Plan plan = Plan.of(crowded.bill());
        assertThat(plan.budget()).isGreaterThan(BigDecimal.valueOf(Profile.GREENFIELD.naturalBudget()));
        assertThat(Bill.of(plan).billedBeforeTax()).isCloseTo(plan.budget(), TWO_PER_CENT);
        assertThatThrownBy(() -> Plan.of(crowded.budget("30000").coverage("0.6").bill()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void anAmountThatIsAboutBendsToWhatIsFeasible() {
        Request request = Request.rows(10_000).daily();
        Plan met = Plan.of(request.budgetAbout("76250").bill());
        assertThat(met.budget()).isEqualByComparingTo("76250");
        assertThat(Bill.of(met).billedBeforeTax()).isCloseTo(met.budget(), TWO_PER_CENT);
        assertThatThrownBy(() -> Plan.of(request.budget("1").bill())).isInstanceOf(RefusedException.class);
        Plan bent = Plan.of(request.budgetAbout("1").bill());
        assertThat(bent.budget()).isGreaterThan(BigDecimal.TEN);
        assertThat(Bill.of(bent).billedBeforeTax()).isCloseTo(bent.budget(), TWO_PER_CENT);
    }

    private static boolean accepted(Request request) {
        try {
            Plan.of(request.bill());
            return true;
        } catch (RefusedException e) {
            assertThat(e.violations()).extracting(Violation::field).containsExactly("budget");
            return false;
        }
    }

    /** So many resources may need a little more than the smallest company's own budget, which the plan then says. */
    private static void assertMeetsItsOwn(Request request) {
        Bill bill = Bill.of(request);
        BigDecimal natural = BigDecimal.valueOf(request.spec().profile().naturalBudget());
        assertThat(bill.plan().budget()).as(request.toString()).isBetween(natural,
                natural.multiply(new BigDecimal("2.5")));
        assertThat(bill.billedBeforeTax()).as(request.toString()).isCloseTo(bill.plan().budget(),
                near(request));
    }

    private static void assertMeets(Request request, BigDecimal budget) {
        Bill bill = Bill.of(request);
        assertThat(bill.plan().budget()).as(request.toString()).isEqualByComparingTo(budget);
        assertThat(bill.billedBeforeTax()).as(request.toString()).isCloseTo(budget, near(request));
    }

    private static Percentage near(Request request) {
        return request.spec().rows() >= LARGE ? HALF_A_PER_CENT : TWO_PER_CENT;
    }

    private static String number(String message) {
        Matcher matcher = Pattern.compile("at least ([0-9]+(?:\\.[0-9]+)?)").matcher(message);
        assertThat(matcher.find()).as(message).isTrue();
        return matcher.group(1);
    }
}
