package io.focusgen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.focusgen.encode.RowEncoder;
import io.focusgen.encode.csv.CsvNotation;
import io.focusgen.focus.BillingMonth;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** What kinds of charges that are not there yet will stand on. */
class RoomForLaterMoneyTest {

    @Test
    void thePreviousMonthOfACompanyIsTheMonthThatARequestForItShows() {
        for (Request request : List.of(Request.rows(10_000).hourly().month("2026-03").seed(111),
                Request.rows(3_000).daily().month("2025-01").profile(Profile.ENTERPRISE).seed(112),
                Request.rows(400).monthly().month("2026-05").seed(113))) {
            Plan plan = Plan.of(request.bill());
            BillingMonth previous = request.spec().firstMonth().plus(-1);
            Frames frames = new Frames(plan);
            RowEncoder encoder = new RowEncoder(request.spec().columns(), new CsvNotation(',', "\n", true, false));
            Bytes bytes = new Bytes();
            encoder.header(bytes);
            for (int slice = 0; slice < plan.rows(previous).slices(); slice++) {
                Frame frame = frames.frame(plan.month(previous), slice);
                if (frame.rows() > 0) {
                    encoder.rows(frames, frame, 0, frame.rows(), bytes);
                }
            }
            assertThat(bytes.digest()).as(request.toString())
                    .isEqualTo(Bytes.of(request.month(previous.month())).digest());
        }
    }

    @Test
    void aMonthHasOneCurrencyRateWhateverTheWindow() {
        YearMonth month = YearMonth.of(2026, 2);
        Request request = Request.rows(3_000).daily().seed(114);
        assertThat(Plan.of(request.month("2025-12").months(4).bill()).month(new BillingMonth(month)).rate())
                .isEqualTo(Plan.of(request.month(month).bill()).month(new BillingMonth(month)).rate());
    }

    @Test
    void whatIsCommittedToIsTheSameInEveryMonth() {
        Plan plan = Plan.of(Request.rows(10_000).hourly().month("2025-12").months(3).seed(115).bill());
        Plan alone = Plan.of(Request.rows(10_000).hourly().month("2026-02").seed(115).bill());
        Commitments window = plan.amounts().commitments();
        Commitments single = alone.amounts().commitments();
        assertThat(window).isNotNull();
        assertThat(single).isNotNull();
        assertThat(window.reservedMembers()).isEqualTo(single.reservedMembers()).isPositive();
        assertThat(window.spend(0)).isEqualTo(single.spend(0)).isPositive();
    }

    @Test
    void severalSlicesShareTheQuotaOfACommitment() {
        Plan plan = Plan.of(Request.rows(10_000).hourly().seed(116).bill());
        Structure structure = plan.structure();
        Commitments commitments = plan.amounts().commitments();
        assertThat(commitments).isNotNull();
        int spending = 0;
        int reserving = 0;
        for (int slice = 0; slice < structure.coreSlices(); slice++) {
            spending += commitments.spendMembers(slice) > 0 ? 1 : 0;
            reserving += structure.reservedBefore(slice + 1) > structure.reservedBefore(slice) ? 1 : 0;
        }
        assertThat(spending).isGreaterThanOrEqualTo(2);
        assertThat(reserving).isGreaterThanOrEqualTo(2);
        assertThat(commitments.reservedMembers())
                .isGreaterThanOrEqualTo(structure.reservedBefore(structure.coreSlices()));
    }
}
