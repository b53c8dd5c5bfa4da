package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Multiplier;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.Profile;

/** A price times a quantity has at most so many decimals, whatever the SKU, region, discount, currency and month. */
class QuantityScaleTest {

    private static final YearMonth FIRST = YearMonth.of(2015, 1);
    private static final int MONTHS = 86 * 12;

    static Stream<Provider> providers() {
        return Provider.all().stream();
    }

    /** All that a dollar ever costs; at Amazon a bill is in dollars. */
    private static List<Multiplier> rates(Provider provider) {
        Set<Multiplier> rates = new LinkedHashSet<>(List.of(Multiplier.ONE));
        for (Currency currency : provider.label().equals("aws") ? List.of(Currency.usd()) : Currency.all()) {
            for (int month = 0; month < MONTHS; month++) {
                rates.add(currency.perUsd(new BillingMonth(FIRST.plusMonths(month))));
            }
        }
        return List.copyOf(rates);
    }

    /** At list price, and less the discounts that there are. */
    private static Set<Price> prices(Catalog catalog, Sku sku) {
        Set<Price> prices = new LinkedHashSet<>();
        for (int tier = 0; tier < sku.tiers().size(); tier++) {
            for (Region region : catalog.regions()) {
                Price list = catalog.price(sku, tier, sku.service().global() ? null : region);
                prices.add(list);
                for (Profile profile : Profile.values()) {
                    Price contracted = list.times(new Multiplier(1000 - ProfileSize.discountPerMille(profile), 3));
                    prices.add(contracted);
                    Multiplier spot = sku.spotDiscount();
                    if (spot != null) {
                        prices.add(contracted.times(spot.complement()));
                    }
                }
            }
        }
        return prices;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void noCostHasMoreDecimalsThanThereIsRoomFor(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        List<Multiplier> rates = rates(provider);
        assertThat(rates.size()).isGreaterThan(provider.label().equals("aws") ? 0 : 1_000);
        List<String> beyond = new ArrayList<>();
        int most = 0;
        for (Sku sku : catalog.skus()) {
            int decimals = 0;
            for (Price price : prices(catalog, sku)) {
                for (Multiplier rate : price.isZero() ? List.<Multiplier>of() : rates) {
                    decimals = Math.max(decimals, price.times(rate).scale());
                }
            }
            int cost = decimals + QuantityScale.finest(sku);
            most = Math.max(most, cost);
            if (cost > QuantityScale.MOST_OF_COST) {
                beyond.add(sku.key() + ": " + decimals + " of a price and " + QuantityScale.finest(sku)
                        + " of a quantity");
            }
        }
        assertThat(beyond).isEmpty();
        assertThat(most).isGreaterThan(QuantityScale.MOST_OF_COST - 2);
    }
}
