package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.Plan;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Eligible;
import io.focusgen.testing.Request;

/** What a charge says of itself without texts is what its texts say. */
class ChargeFactsTest {

    static Stream<BillSpec> bills() {
        return Stream.of(Request.rows(6_000).daily().providers("aws", "azure", "gcp").currency("EUR").seed(91),
                Request.rows(40_000).daily().profile(Profile.ENTERPRISE).seed(92),
                Request.rows(2_000).monthly().providers("azure", "gcp").profile(Profile.STARTUP).seed(93))
                .flatMap(request -> request.spec().bills().stream());
    }

    @ParameterizedTest
    @MethodSource("bills")
    void everyFactIsWhatItsCellSays(BillSpec spec) {
        Bill bill = Bill.of(Plan.of(spec));
        Eligible eligible = new Eligible(spec.provider());
        for (Bill.Line line : bill.lines()) {
            Charge charge = line.charge();
            CommitmentStatus status = charge.commitmentStatus();
            assertThat(line.get(FocusColumn.CHARGE_CATEGORY)).isEqualTo(charge.category().label());
            assertThat(line.get(FocusColumn.SERVICE_NAME)).isEqualTo(charge.service().name());
            // What rounds an invoice is paid by an account, and belongs to none.
            assertThat(line.get(FocusColumn.SUB_ACCOUNT_ID))
                    .isEqualTo(charge.category() == ChargeCategory.ADJUSTMENT ? null : charge.account().id());
            assertThat(line.get(FocusColumn.COMMITMENT_DISCOUNT_STATUS))
                    .isEqualTo(status == null ? null : status.label());
            assertThat(charge.tagged()).as(line.get(FocusColumn.TAGS)).isEqualTo(line.get(FocusColumn.TAGS) != null);
            assertThat(charge.eligible()).as(line.get(FocusColumn.SKU_METER)).isEqualTo(eligible.is(line));
        }
        assertThat(bill.lines()).anyMatch(line -> line.charge().tagged()).anyMatch(line -> !line.charge().tagged());
    }
}
