package io.focusgen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Multiplier;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Region;
import io.focusgen.estate.Mix;

/** Sums of savings-plan dollars are exact because no rate has more decimals than they have. */
class PlanRatesTest {

    @Test
    void everyRateOfASavingsPlanFitsItsScaleInEveryRegion() {
        Catalog catalog = Catalog.of(Provider.of("aws"));
        Multiplier rate = catalog.offers().get(6).discount().complement();
        assertThat(Mix.of(Provider.of("aws")).planMachines()).hasSizeGreaterThan(3);
        for (Machine machine : Mix.of(Provider.of("aws")).planMachines()) {
            for (Region region : catalog.regions()) {
                assertThat(catalog.price(machine.sku(), 0, region).times(rate).scale()).as(machine + " in " + region)
                        .isLessThanOrEqualTo(Commitments.SPEND_SCALE);
            }
        }
    }
}
