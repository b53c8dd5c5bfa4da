package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.Tier;
import io.focusgen.focus.FocusColumn;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Tiers are those of the billing account and the month: a later one begins where the earlier ones are used up. */
class TierAllowanceTest {

    private record Place(Sku sku, int tier) {
    }

    private static final Map<String, Place> PLACES = places();

    static Stream<Named<Request>> requests() {
        return Stream.of(Profile.values()).flatMap(profile -> {
            Request request = Request.rows(30).profile(profile).seed(101)
                    .distribution(Distribution.values()[profile.ordinal()]);
            return Stream.of(request.monthly(), request.monthly().withRows(300), request.monthly().withRows(10_000),
                    request.daily().withRows(1_000), request.daily().withRows(30_000).month("2026-02"),
                    request.hourly().withRows(10_000).month("2024-02"), request.hourly().withRows(1_000_000));
        }).map(request -> named(request.toString(), request));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void earlierTiersAreUsedUpExactlyWhereALaterOneIsUsed(Request request) {
        quantities(request).forEach((sku, byTier) -> {
            int top = byTier.lastKey();
            for (int tier = 0; tier < sku.tiers().size(); tier++) {
                Tier bounds = sku.tiers().get(tier);
                BigDecimal used = byTier.getOrDefault(tier, BigDecimal.ZERO);
                if (tier < top) {
                    assertThat(used).as("tier %d of %s in %s", tier, sku, request)
                            .isEqualByComparingTo(BigDecimal.valueOf(bounds.to() - bounds.from()));
                } else if (!bounds.isOpen()) {
                    assertThat(used).as("tier %d of %s in %s", tier, sku, request)
                            .isLessThanOrEqualTo(BigDecimal.valueOf(bounds.to() - bounds.from()));
                }
            }
        });
    }

    @Test
    void freeTiersAndLaterTiersAreThere() {
        Set<Boolean> kinds = new HashSet<>();
        quantities(Request.rows(50_000).daily().budget("2000000").seed(102)).forEach((sku, byTier) -> {
            assertThat(sku.tiers()).hasSizeGreaterThan(1);
            if (byTier.size() > 1) {
                kinds.add(sku.tiers().get(0).price().isZero());
            }
        });
        assertThat(kinds).containsExactlyInAnyOrder(true, false);
    }

    /** A month's quantity by SKU and tier, all accounts and regions together. */
    private static Map<Sku, TreeMap<Integer, BigDecimal>> quantities(Request request) {
        Map<Sku, TreeMap<Integer, BigDecimal>> all = new HashMap<>();
        for (Bill.Line line : Bill.of(request).lines()) {
            Place place = PLACES.get(line.get(FocusColumn.SKU_PRICE_ID));
            if (place != null) {
                all.computeIfAbsent(place.sku, sku -> new TreeMap<>()).merge(place.tier, line.quantity(),
                        BigDecimal::add);
            }
        }
        return all;
    }

    private static Map<String, Place> places() {
        Catalog catalog = Catalog.of(Provider.of("aws"));
        Map<String, Place> places = new HashMap<>();
        for (Sku sku : catalog.skus()) {
            for (int tier = 0; sku.isTiered() && tier < sku.tiers().size(); tier++) {
                for (Region region : catalog.regions()) {
                    String id = catalog.skuPriceId(sku, sku.service().global() ? null : region, PriceTerm.ON_DEMAND,
                            tier);
                    places.put(Objects.requireNonNull(id), new Place(sku, tier));
                }
            }
        }
        return places;
    }
}
