package io.focusgen.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.Granularity;
import io.focusgen.generate.Frames;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;
import io.focusgen.spec.RefusedException;
import io.focusgen.testing.Request;

class EffortTest {

    /** They are charges of one row each, and never more in a month. */
    private static final int MOST_CORRECTIONS = 2_000;

    @ParameterizedTest
    @CsvSource({"HOURLY, 1, 1344000000", "HOURLY, 12, 112000000", "DAILY, 1, 56000000", "DAILY, 120, 466666",
            "MONTHLY, 1, 2000000", "MONTHLY, 120, 16666"})
    void aBillInDollarsMayHaveTwoMillionCharges(Granularity granularity, int months, long most) {
        Request request = Request.rows(most).granularity(granularity).months(months);
        assertThatCode(() -> Effort.require(request.spec())).doesNotThrowAnyException();
        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> Effort.require(request.withRows(most + 1).spec()));
        assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("rows");
            assertThat(violation.value()).isEqualTo(Long.toString(most + 1));
            assertThat(violation.message()).contains("at most " + most + " at " + granularity.label())
                    .contains("summaries=false");
            assertThat(violation.nearest()).isEqualTo(Long.toString(most));
        });
    }

    @Test
    void otherCurrenciesAndProvidersCostMore() {
        Request dollars = Request.rows(1).providers("gcp").hourly();
        assertThat(Effort.mostRows(dollars.spec())).isEqualTo(1_344_000_000);
        assertThat(Effort.mostRows(dollars.currency("EUR").spec())).isEqualTo(116_869_565);
        assertThat(Effort.mostRows(dollars.providers("aws", "gcp").spec())).isEqualTo(672_000_000);
    }

    @ParameterizedTest
    @CsvSource({"400000, HOURLY", "100000, DAILY", "20000, MONTHLY"})
    void thereAreAboutAsManyChargesAsTheRowsSay(long rows, Granularity granularity) {
        Request request = Request.rows(rows).granularity(granularity).month("2026-02");
        long expected = Effort.MOST_CHARGES * rows / Effort.mostRows(request.spec());
        assertThat(charges(DatasetPlan.of(request.spec()).bills().get(0))).isBetween(expected / 2,
                expected * 2 + MOST_CORRECTIONS);
    }

    private static long charges(Plan plan) {
        MonthPlan month = plan.month(plan.spec().dataset().firstMonth());
        Frames frames = new Frames(plan);
        long charges = 0;
        for (int slice = 0; slice < plan.rows(month.month()).slices(); slice++) {
            charges += frames.frame(month, slice).charges();
        }
        return charges;
    }
}
