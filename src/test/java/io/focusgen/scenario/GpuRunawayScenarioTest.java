package io.focusgen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.Incident;
import io.focusgen.spec.organisation.Environment;
import io.focusgen.testing.Bill;

/** The promise of the scenario gpu-runaway. */
class GpuRunawayScenarioTest {

    private static final Scenes SCENES = Scenes.of("gpu-runaway");

    private static Incident incident() {
        Bill second = SCENES.bill("aws", 1);
        return second.plan().incidents().in(SCENES.spec().firstMonth().plus(1)).get(0);
    }

    @Test
    void itIsNineDaysFromAFridayEvening() {
        ZonedDateTime start = Instant.ofEpochSecond(incident().startHour() * 3_600).atZone(ZoneOffset.UTC);

        assertThat(start.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(start.getHour()).isEqualTo(18);
        assertThat(Duration.ofHours(incident().endHour() - incident().startHour())).isEqualTo(Duration.ofDays(9));
        assertThat(SCENES.bill("aws", 0).plan().incidents().in(SCENES.spec().firstMonth())).isEmpty();
    }

    @Test
    void itsMachinesAreUntaggedInASandbox() {
        List<Bill.Line> lines = SCENES.bill("aws", 1).lines().stream()
                .filter(line -> line.is(FocusColumn.RESOURCE_ID, incident().resource().id())).toList();

        // What the provider sets itself stands there all the same.
        assertThat(lines).allMatch(line -> line.get(FocusColumn.TAGS) == null
                || String.valueOf(line.get(FocusColumn.TAGS)).matches("\\{\"aws:[^,]*}"));
        assertThat(lines).isNotEmpty()
                .allMatch(line -> line.charge().account().environment() == Environment.SANDBOX)
                .allMatch(line -> String.valueOf(line.get(FocusColumn.SKU_PRICE_DETAILS)).contains("GpuCount"));
        assertThat(lines.stream().mapToInt(line -> line.charge().rows()).sum()).isEqualTo(9 * 24);
        BigDecimal budget = SCENES.bill("aws", 1).plan().budget();
        assertThat(lines.stream().map(Bill.Line::billed).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isBetween(budget.multiply(new BigDecimal("0.12")), budget.multiply(new BigDecimal("0.18")))
                .isCloseTo(BigDecimal.valueOf(incident().dollars()), Percentage.withPercentage(10));
    }

    @Test
    void allElseCostsWhatItAlwaysDoes() {
        BigDecimal extra = SCENES.bill("aws", 1).lines().stream()
                .filter(line -> line.is(FocusColumn.RESOURCE_ID, incident().resource().id())).map(Bill.Line::billed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(SCENES.bill("aws", 1).billedBeforeTax().subtract(extra)).isCloseTo(
                SCENES.bill("aws", 0).billedBeforeTax(), Percentage.withPercentage(0.5));
    }
}
