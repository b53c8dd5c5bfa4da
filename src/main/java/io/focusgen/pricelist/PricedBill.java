package io.focusgen.pricelist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.generate.Money;
import io.focusgen.spec.BillSpec;

/** The price list of one provider, in parts of a few hundred lines. */
final class PricedBill {

    /** SKUs in a part: some hundred kilobytes of text, in all regions and under all terms. */
    private static final int PART_SKUS = 3;

    private final BillSpec spec;
    private final Catalog catalog;
    private final SkuPrices prices;
    private final List<Period> periods;
    private final int partsOfPeriod;

    PricedBill(BillSpec spec) {
        this.spec = spec;
        Company company = Company.of(spec);
        catalog = company.catalog();
        prices = new SkuPrices(company);
        periods = Period.of(spec);
        partsOfPeriod = (catalog.skus().size() + PART_SKUS - 1) / PART_SKUS;
    }

    Catalog catalog() {
        return catalog;
    }

    Currency currency() {
        return spec.currency();
    }

    int parts() {
        return periods.size() * partsOfPeriod;
    }

    /** The lines of a part: by SKU as in the catalogue, then region, terms and tier. */
    List<PriceLine> part(int number) {
        Period period = periods.get(number / partsOfPeriod);
        Money money = new Money(spec.currency(), spec.currency().perUsd(period.first()));
        int first = number % partsOfPeriod * PART_SKUS;
        List<PriceLine> lines = new ArrayList<>();
        for (Sku sku : catalog.skus().subList(first, Math.min(first + PART_SKUS, catalog.skus().size()))) {
            for (@Nullable
            Region region : regions(sku)) {
                for (SkuPrices.Terms terms : prices.of(sku, region)) {
                    lines.add(new PriceLine(this, period, money, sku, region, terms));
                }
            }
        }
        return lines;
    }

    private List<@Nullable Region> regions(Sku sku) {
        return sku.service().global()
                ? Collections.singletonList(null)
                : catalog.regions().stream().<@Nullable Region>map(region -> region).collect(Collectors.toList());
    }
}
