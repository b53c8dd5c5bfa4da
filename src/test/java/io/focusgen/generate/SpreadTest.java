package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.focusgen.estate.LoadShape;
import io.focusgen.focus.BillingMonth;
import io.focusgen.plan.LoadCurve;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;
import io.focusgen.testing.Request;

/** A month's quantity and its parts. */
class SpreadTest {

    private MonthPlan month;

    @BeforeEach
    void plan() {
        Plan plan = Plan.of(Request.rows(10_000).hourly().bill());
        month = plan.month(new BillingMonth(YearMonth.of(2026, 2)));
    }

    @Test
    void thePartsAreTheWhole() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 3_000; i++) {
            LoadShape shape = LoadShape.all().get(random.nextInt(LoadShape.all().size()));
            int from = random.nextInt(month.periods());
            int count = 1 + random.nextInt(month.periods() - from);
            // Up to 2^53, beyond which the sums of a month would not fit 63 bits together with their price.
            long total = count + (random.nextLong() >>> (11 + random.nextInt(42)));
            Spread spread = Spread.of(from, count, total, month.curve(shape), 0);
            long sum = 0;
            for (int index = 0; index < count; index++) {
                long units = spread.units(index);
                assertThat(units).isPositive();
                sum += units;
            }
            assertThat(sum).as("%d over %d periods from %d by %s", total, count, from, shape).isEqualTo(total)
                    .isEqualTo(spread.total());
        }
    }

    @Test
    void partsFollowTheCurve() {
        LoadCurve office = month.curve(LoadShape.of("office"));
        Spread spread = Spread.of(0, month.periods(), 1_000_000_000, office, 0);
        // 2026-02-02 is a Monday, 2026-02-07 a Saturday.
        int offset = month.plan().company().domicile().utcOffset();
        int monday = 24 - offset;
        int saturday = 6 * 24 - offset;
        assertThat(spread.units(monday + 10)).isGreaterThan(5 * spread.units(monday + 2))
                .isGreaterThan(3 * spread.units(saturday + 10));
    }

    @Test
    void aConstantIsTheSameInEveryPeriod() {
        Spread spread = Spread.constant(3, 600, 7, 2);
        assertThat(spread.constant()).isTrue();
        assertThat(spread.total()).isEqualTo(4_200);
        assertThat(spread.units(0)).isEqualTo(spread.units(599)).isEqualTo(7);
    }
}
