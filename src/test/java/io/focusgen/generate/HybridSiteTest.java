package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What only a large company has, once: racks of the provider in its own building. */
class HybridSiteTest {

    private static final Percentage HALF_A_PER_CENT = Percentage.withPercentage(0.5);

    @ParameterizedTest
    @EnumSource(Distribution.class)
    void anEnterpriseHasOneOutpostOfWholeRacks(Distribution distribution) {
        for (long seed = 61; seed < 64; seed++) {
            for (Request shape : List.of(Request.rows(10_000).daily(), Request.rows(100_000).hourly(),
                    Request.rows(1_000).monthly())) {
                Request request = shape.profile(Profile.ENTERPRISE).distribution(distribution).seed(seed);
                Bill bill = Bill.of(request);

                assertThat(outposts(bill)).as(request.toString()).hasSize(1);
                assertThat(racks(bill).remainder(BigDecimal.ONE)).as(request.toString()).isEqualByComparingTo("0");
                assertThat(bill.billedBeforeTax()).as(request.toString()).isCloseTo(bill.plan().budget(),
                        HALF_A_PER_CENT);
            }
        }
    }

    @Test
    void aLargerBudgetBuysMoreRacksOfTheSame() {
        Request request = Request.rows(10_000).daily().profile(Profile.ENTERPRISE).seed(61);

        assertThat(racks(Bill.of(request.budget("20000000")))).isGreaterThan(racks(Bill.of(request)));
        assertThat(outposts(Bill.of(request.budget("20000000")))).isEqualTo(outposts(Bill.of(request)));
    }

    @Test
    void nobodyElseHasOne() {
        Request daily = Request.rows(10_000).daily();
        assertThat(outposts(Bill.of(daily.profile(Profile.ENTERPRISE).budget("999999")))).isEmpty();
        assertThat(outposts(Bill.of(daily.profile(Profile.LARGE_BUSINESS)))).isEmpty();
        assertThat(outposts(Bill.of(daily.profile(Profile.ML_AI).budget("2000000")))).isEmpty();
    }

    private static BigDecimal racks(Bill bill) {
        return bill.lines().stream().filter(HybridSiteTest::isOutposts).map(Bill.Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Set<String> outposts(Bill bill) {
        Set<String> ids = new TreeSet<>();
        bill.lines().stream().filter(HybridSiteTest::isOutposts)
                .forEach(line -> ids.add(String.valueOf(line.get(FocusColumn.RESOURCE_ID))));
        return ids;
    }

    private static boolean isOutposts(Bill.Line line) {
        return line.isUsage() && line.get(FocusColumn.CHARGE_CLASS) == null
                && line.is(FocusColumn.SERVICE_NAME, "AWS Outposts");
    }
}
