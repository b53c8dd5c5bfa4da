package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Of reserved capacity the same is paid in every charge period, used or not. */
class CapacityReservationTest {

    @ParameterizedTest
    @CsvSource({"aws, USD, HOURLY, 30000", "aws, USD, HOURLY, 200000", "azure, EUR, DAILY, 30000",
            "gcp, JPY, HOURLY, 30000", "gcp, USD, MONTHLY, 30000"})
    void usedAndUnusedAreTheSameInEveryPeriod(String provider, String currency, Granularity grain, long rows) {
        Bill bill = Bill.of(Request.rows(rows).providers(provider).currency(currency).granularity(grain)
                .profile(Profile.ENTERPRISE).seed(9));
        Map<String, List<Bill.Line>> reserved = bill.lines().stream()
                .filter(line -> line.get(FocusColumn.CAPACITY_RESERVATION_ID) != null)
                .collect(Collectors.groupingBy(line -> String.valueOf(line.get(FocusColumn.SKU_PRICE_ID))));

        assertThat(reserved).isNotEmpty();
        reserved.values().forEach(lines -> {
            assertThat(lines).hasSize(2);
            Bill.Line used = lines.get(0);
            Bill.Line unused = lines.get(1);
            assertThat(used.get(FocusColumn.CAPACITY_RESERVATION_STATUS)).isEqualTo("Used");
            assertThat(unused.get(FocusColumn.CAPACITY_RESERVATION_STATUS)).isEqualTo("Unused");
            assertThat(unused.get(FocusColumn.RESOURCE_ID)).isEqualTo(used.get(FocusColumn.CAPACITY_RESERVATION_ID))
                    .isNotEqualTo(used.get(FocusColumn.RESOURCE_ID));
            assertThat(unused.get(FocusColumn.CHARGE_DESCRIPTION)).isNotEqualTo(
                    used.get(FocusColumn.CHARGE_DESCRIPTION));
            long all = used.charge().quantity().units(0) + unused.charge().quantity().units(0);
            for (int i = 0; i < used.charge().rows(); i++) {
                assertThat(used.charge().quantity().units(i)).isPositive();
                assertThat(unused.charge().quantity().units(i)).isPositive();
                assertThat(used.charge().quantity().units(i) + unused.charge().quantity().units(i)).isEqualTo(all);
            }
            assertThat(all % 100).as("whole machines").isZero();
            assertThat(used.billed().add(unused.billed())).isLessThan(
                    bill.plan().budget().multiply(new BigDecimal("0.02")));
        });
    }
}
