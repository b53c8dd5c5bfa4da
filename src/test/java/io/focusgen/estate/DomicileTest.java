package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Domicile;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Region;
import io.focusgen.spec.Distribution;
import io.focusgen.testing.Request;

class DomicileTest {

    @ParameterizedTest
    @EnumSource(Distribution.class)
    void aCompanyIsAtHomeInOneCountryWithEveryProvider(Distribution distribution) {
        for (long seed = 1; seed <= 60; seed++) {
            Domicile domicile = company("aws", distribution, seed).domicile();
            for (Provider provider : Provider.all()) {
                Company company = company(provider.label(), distribution, seed);
                assertThat(company.domicile()).isEqualTo(domicile)
                        .isEqualTo(company(provider.label(), Distribution.BALANCED, seed).domicile());
                assertThat(company.home().country()).isEqualTo(domicile.country());
            }
        }
    }

    @Test
    void everySecondIsAmericanAndAllCountriesOccur() {
        List<String> countries = LongStream.range(0, 1_000)
                .mapToObj(seed -> company("aws", Distribution.BALANCED, seed).domicile().country()).toList();

        assertThat(countries.stream().filter("US"::equals).count()).isBetween(480L, 600L);
        assertThat(countries.stream().distinct()).containsExactlyInAnyOrderElementsOf(
                Domicile.all().stream().map(Domicile::country).toList());
    }

    @Test
    void aCountryIsInOnePartOfTheWorld() {
        for (Provider provider : Provider.all()) {
            for (Region region : Catalog.of(provider).regions()) {
                assertThat(Domicile.all().stream().filter(home -> home.country().equals(region.country())))
                        .allMatch(home -> home.area() == region.area());
            }
        }
    }

    private static Company company(String provider, Distribution distribution, long seed) {
        return Company.of(Request.rows(1_000).providers(provider).distribution(distribution).seed(seed).bill());
    }
}
