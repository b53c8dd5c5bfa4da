package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What is there all month and charged by the day or month comes to one a day or one a month, in months of any length. */
class AlwaysThereTest {

    private static List<Bill.Line> lines(String month, Granularity granularity, String unit, String type) {
        Request request = Request.rows(40_000).providers("azure").granularity(granularity).month(month);
        return Bill.of(request).lines().stream()
                .filter(line -> line.is(FocusColumn.PRICING_UNIT, unit) && line.is(FocusColumn.RESOURCE_TYPE, type)
                        && line.get(FocusColumn.CHARGE_CLASS) == null)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"2026-01,DAILY", "2026-02,DAILY", "2024-02,DAILY", "2026-04,DAILY", "2026-01,MONTHLY"})
    void aDiskIsOneDiskMonth(String month, Granularity granularity) {
        assertThat(lines(month, granularity, "Unit-Months", "Disk")).isNotEmpty()
                .allSatisfy(disk -> assertThat(disk.quantity()).isEqualByComparingTo(BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({"2026-01,DAILY,31", "2026-02,DAILY,28", "2024-02,DAILY,29", "2026-04,DAILY,30",
            "2026-04,MONTHLY,30"})
    void aDatabaseChargedByTheDayIsAsManyDaysAsTheMonthHas(String month, Granularity granularity, int days) {
        assertThat(lines(month, granularity, "Unit-Days", "SQL database")).isNotEmpty()
                .allSatisfy(base -> assertThat(base.quantity()).isEqualByComparingTo(BigDecimal.valueOf(days)));
    }

    @ParameterizedTest
    @CsvSource({"2026-01", "2026-02"})
    void noDayOfADiskIsFarFromAnother(String month) {
        List<Bill.Line> disks = lines(month, Granularity.DAILY, "Unit-Months", "Disk");
        assertThat(disks).isNotEmpty();
        for (Bill.Line disk : disks) {
            Spread quantity = disk.charge().quantity();
            long first = quantity.units(0);
            for (int day = 1; day < quantity.count(); day++) {
                assertThat(Math.abs(quantity.units(day) - first)).isLessThanOrEqualTo(1);
            }
        }
    }
}
