package io.focusgen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** From how many rows on each kind of charge is in a bill: the documented ladder, read from bills. */
class RowLadderTest {

    @ParameterizedTest(name = "{0} {1}: core {2}, short-lived {3}, tax {4}, support {5}, credits {6}, commitments {7}")
    @CsvSource({
            "HOURLY,       1, false, true, false, false,  false, false",
            "HOURLY,      29, false, true, false, false,  false, false",
            "HOURLY,      30, false, true,  true, false,  false, false",
            "HOURLY,      99, false, true,  true, false,  false, false",
            "HOURLY,     100, false, true,  true,  true,  false, false",
            "HOURLY,     299, false, true,  true,  true,  false, false",
            "HOURLY,     300, false, true,  true,  true,  false, false",
            "HOURLY,    3000, false, true,  true,  true,  false, false",
            "HOURLY,    9999, false, true,  true,  true,  false, false",
            "HOURLY,   10000,  true, true,  true,  true,  true,  true",
            "HOURLY,  999999,  true, true,  true,  true,  true,  true",
            "HOURLY, 1000000,  true, true,  true,  true, true,  true",
            "DAILY,        1, false, true, false, false,  false, false",
            "DAILY,       29, false, true, false, false,  false, false",
            "DAILY,       30, false, true,  true, false,  false, false",
            "DAILY,      100, false, true,  true,  true,  false, false",
            "DAILY,      999, false, true,  true,  true,  false, false",
            "DAILY,     1000,  true, true,  true,  true,  true, false",
            "DAILY,     2999,  true, true,  true,  true,  true, false",
            "DAILY,     3000,  true, true,  true,  true,  true,  true",
            "DAILY,    10000,  true, true,  true,  true,  true,  true",
            "MONTHLY,      1,  true, false, false, false, false, false",
            "MONTHLY,     29,  true, false, false, false, false, false",
            "MONTHLY,     30,  true, true,  true, false,  false, false",
            "MONTHLY,     99,  true, true,  true, false,  false, false",
            "MONTHLY,    100,  true, true,  true,  true,  false, false",
            "MONTHLY,    299,  true, true,  true,  true,  false, false",
            "MONTHLY,    300,  true, true,  true,  true,  true, false",
            "MONTHLY,   2999,  true, true,  true,  true,  true, false",
            "MONTHLY,   3000,  true, true,  true,  true,  true,  true",
            "MONTHLY,   9999,  true, true,  true,  true,  true,  true",
            "MONTHLY,  10000,  true, true,  true,  true,  true,  true"})
    void eachKindOfChargeBeginsAtItsRung(Granularity granularity, long rows, boolean core, boolean shortLived,
            boolean tax, boolean support, boolean credits, boolean commitments) {
        for (Profile profile : Profile.values()) {
            Bill bill = Bill.of(Request.rows(rows).granularity(granularity).profile(profile).seed(rows));
            String what = profile.label();
            Structure structure = bill.plan().structure();
            assertThat(structure.coreSlices() > 0).as("core of %s", what).isEqualTo(core);
            // Below its rung one may still fill a row that no whole resource of the core fits in.
            assertThat(structure.shortLines()).as("short-lived resources of %s", what)
                    .isGreaterThanOrEqualTo(shortLived ? 1 : 0);
            assertThat(count(bill, "Tax") > 0).as("tax of %s", what).isEqualTo(tax);
            assertThat(bill.lines().stream().anyMatch(line -> line.isPurchase() && !line.isCommitment()))
                    .as("support of %s", what).isEqualTo(support);
            assertThat(count(bill, "Credit") > 0).as("credits of %s", what).isEqualTo(credits);
            assertCommitments(bill, commitments);
            assertThat(bill.lines()).as(what).anyMatch(line -> line.isUsage() && !line.isCommitment());
        }
    }

    private static void assertCommitments(Bill bill, boolean there) {
        long bought = bill.lines().stream().filter(line -> line.isPurchase() && line.isCommitment()).count();
        long used = bill.lines().stream().filter(Bill.Line::isUsed).count();
        long unused = bill.lines().stream().filter(Bill.Line::isUnused).count();
        if (there) {
            assertThat(bought).isGreaterThanOrEqualTo(2);
            assertThat(unused).isGreaterThanOrEqualTo(2);
            assertThat(used).isGreaterThanOrEqualTo(4);
        } else {
            assertThat(bought + used + unused).isZero();
        }
    }

    private static long count(Bill bill, String category) {
        return bill.lines().stream().filter(line -> line.is(FocusColumn.CHARGE_CATEGORY, category)).count();
    }
}
