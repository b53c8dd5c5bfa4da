package io.focusgen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import io.focusgen.estate.Company;
import io.focusgen.estate.LoadShape;
import io.focusgen.testing.Request;

/** The company of these tests is American, five hours behind UTC. */
class LoadDaysTest {

    private static final Company COMPANY = Company.of(Request.rows(1_000).seed(1).bill());

    @Test
    void hoursAreThoseOfTheCompanysCountry() {
        assertThat(COMPANY.domicile().utcOffset()).isEqualTo(-5);
        long tuesday = LocalDate.of(2026, 3, 10).toEpochDay() * 24;
        LoadDays office = new LoadDays(LoadShape.of("office"), COMPANY);
        assertThat(office.weight(tuesday + 5 + 10)).isGreaterThan(10 * office.weight(tuesday + 5 + 2));
    }

    @Test
    void anOfficeIsEmptyAndAShopFullAtTheWeekend() {
        LocalDate wednesday = LocalDate.of(2026, 3, 11);
        LocalDate saturday = LocalDate.of(2026, 3, 14);
        assertThat(day("office", saturday)).isLessThan(day("office", wednesday) / 2);
        assertThat(day("shop", saturday)).isGreaterThan(day("shop", wednesday));
        assertThat(day("media", saturday)).isGreaterThan(day("media", wednesday));
    }

    @Test
    void booksAreClosedOnTheLastTwoWorkingDays() {
        // The last working days of May 2026 are a Thursday and a Friday; the 31st is a Sunday.
        double usual = day("close", LocalDate.of(2026, 5, 20));
        assertThat(day("close", LocalDate.of(2026, 5, 28))).isGreaterThan(2 * usual);
        assertThat(day("close", LocalDate.of(2026, 5, 29))).isGreaterThan(2 * usual);
        assertThat(day("close", LocalDate.of(2026, 5, 27))).isLessThan(1.3 * usual);
        assertThat(day("close", LocalDate.of(2026, 5, 30))).isLessThan(1.3 * usual);
    }

    @Test
    void noTwoDaysAreAlikeAndSomeHaveAReleaseInTheirMiddle() {
        LoadShape shop = LoadShape.of("shop");
        LoadDays days = new LoadDays(shop, COMPANY);
        int releases = 0;
        int alike = 0;
        for (LocalDate date = LocalDate.of(2026, 1, 1); date.getYear() == 2026; date = date.plusDays(1)) {
            long start = date.toEpochDay() * 24 + 5;
            alike += day("shop", date) == day("shop", date.plusDays(7)) ? 1 : 0;
            for (int hour = 10; hour < 20; hour++) {
                double step = (double) days.weight(start + hour) / days.weight(start + hour - 1)
                        * shop.hours().get(hour - 1) / shop.hours().get(hour);
                releases += step > 1.2 ? 1 : 0;
            }
        }
        assertThat(alike).isLessThan(5);
        assertThat(releases).as("of 261 working days, one in %s", shop.release()).isBetween(12, 52);
    }

    @Test
    void whatIsFlatIsFlat() {
        assertThat(LoadShape.FLAT.isFlat()).isTrue();
        assertThat(LoadShape.all().stream().filter(LoadShape::isFlat)).hasSize(1);
        assertThat(day("flat", LocalDate.of(2026, 5, 29))).isEqualTo(day("flat", LocalDate.of(2026, 1, 1)));
    }

    private static double day(String shape, LocalDate date) {
        LoadDays days = new LoadDays(LoadShape.of(shape), COMPANY);
        double sum = 0;
        for (int hour = 0; hour < 24; hour++) {
            sum += days.weight(date.toEpochDay() * 24 + hour - COMPANY.domicile().utcOffset());
        }
        return sum;
    }
}
