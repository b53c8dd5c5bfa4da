package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What is covered in part has a row that the commitment covers and a standard one. */
class OverageTest {

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void aCoveredFleetRunsMoreThanItsCommitmentWhenNothingOfThatIsLeft(String provider) {
        Bill bill = Bill.of(Request.rows(20_000).hourly().providers(provider).seed(91));
        List<Bill.Line> beyond = overage(bill);
        assertThat(beyond).isNotEmpty().allSatisfy(line -> {
            Spread hours = line.charge().quantity();
            assertThat(hours.count()).isEqualTo(31 * 8);
            for (int i = 0; i < hours.count(); i++) {
                assertThat(local(bill, hours.period(i))).isBetween(9, 16);
                assertThat(hours.units(i)).isPositive();
            }
        });
        for (Bill.Line line : bill.lines()) {
            if (line.isUnused()) {
                Spread hours = line.charge().quantity();
                for (int i = 0; i < hours.count(); i++) {
                    assertThat(local(bill, hours.period(i))).isNotIn(9, 10, 11, 12, 13, 14, 15, 16);
                }
            }
        }
    }

    /** The hour of the day, by the clocks of the company's home. */
    private static int local(Bill bill, int hour) {
        return Math.floorMod(hour + bill.plan().company().domicile().utcOffset(), 24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void everyCoveredFleetHasBothRowsAtOnePrice(String provider) {
        for (Request shape : List.of(Request.rows(20_000).daily(), Request.rows(5_000).monthly())) {
            Bill bill = Bill.of(shape.providers(provider).seed(92));
            Set<String> beyond = new HashSet<>();
            overage(bill).forEach(line -> beyond.add(key(line)));
            assertThat(bill.lines()).filteredOn(Bill.Line::isUsed).isNotEmpty()
                    .allSatisfy(line -> assertThat(beyond).contains(key(line)));
        }
    }

    /** What is covered in part, priced as it is on demand. */
    private static String key(Bill.Line line) {
        return line.get(FocusColumn.RESOURCE_ID) + " " + line.get(FocusColumn.SKU_ID) + " "
                + line.get(FocusColumn.LIST_UNIT_PRICE) + " " + line.get(FocusColumn.CONTRACTED_UNIT_PRICE);
    }

    private static List<Bill.Line> overage(Bill bill) {
        Set<String> covered = new HashSet<>();
        bill.lines().stream().filter(Bill.Line::isUsed).forEach(line -> covered.add(key(line)));
        List<Bill.Line> beyond = new ArrayList<>();
        for (Bill.Line line : bill.lines()) {
            if (line.is(FocusColumn.PRICING_CATEGORY, "Standard") && covered.contains(key(line))) {
                assertThat(line.isCommitment()).isFalse();
                beyond.add(line);
            }
        }
        return beyond;
    }
}
