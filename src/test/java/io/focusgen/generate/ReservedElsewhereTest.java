package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.FocusColumn;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Azure sells the same machine alone, in scale sets and in clusters: a reservation with hours to spare covers them all. */
class ReservedElsewhereTest {

    /** Companies that would, if the reservation were for the service that it was bought in only. */
    @ParameterizedTest
    @ValueSource(longs = {13, 31, 35, 38})
    void nobodyRunsTheReservedMachineOnDemandAtHome(long seed) {
        Bill bill = Bill.of(Request.rows(60_000).providers("azure").seed(seed));
        Bill.Line unused = bill.lines().stream()
                .filter(line -> line.isUnused() && line.is(FocusColumn.COMMITMENT_DISCOUNT_TYPE, "Reservation"))
                .findFirst().orElseThrow();
        String own = Objects.requireNonNull(unused.get(FocusColumn.SKU_PRICE_DETAILS));
        String machine = own.substring(0, own.indexOf(",\"x_TermYears\"")) + "}";
        String home = Objects.requireNonNull(unused.get(FocusColumn.REGION_ID));

        assertThat(Catalog.of(Provider.of("azure")).skus().stream()
                .filter(sku -> machine.equals(sku.details()) && sku.eligible()).map(sku -> sku.service().name()))
                .as("services that sell %s", machine).hasSizeGreaterThan(1);
        Set<String> covered = bill.lines().stream().filter(Bill.Line::isUsed)
                .map(line -> String.valueOf(line.get(FocusColumn.RESOURCE_ID))).collect(Collectors.toSet());
        // What is covered runs beyond its commitment in hours that leave nothing unused.
        assertThat(bill.lines()).noneMatch(line -> line.is(FocusColumn.SKU_PRICE_DETAILS, machine)
                && !covered.contains(line.get(FocusColumn.RESOURCE_ID))
                && line.is(FocusColumn.REGION_ID, home) && line.is(FocusColumn.PRICING_CATEGORY, "Standard")
                && line.is(FocusColumn.SERVICE_CATEGORY, "Compute") && line.isUsage());
    }
}
