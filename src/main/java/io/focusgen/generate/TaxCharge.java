package io.focusgen.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Region;
import io.focusgen.catalog.Service;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;

/**
 * The tax on one service of one account in one region: the rate of the billing account times the costs that it taxes,
 * rounded to the smallest coin. Commitments, credits and corrections are untaxed.
 */
final class TaxCharge extends Charge {

    private final TaxRate rate;
    private final Service service;
    private final SubAccount account;
    private final @Nullable Region region;
    private final @Nullable String tags;
    private final @Nullable String publisher;

    private TaxCharge(TaxRate rate, Money money, Service service, SubAccount account, @Nullable Region region,
            @Nullable String tags, @Nullable String publisher, BigDecimal list, BigDecimal billed) {
        super(Spread.constant(0, 1, 1, 0), Rates.costs(money, coins(rate, money, list), coins(rate, money, billed)),
                true);
        this.rate = rate;
        this.service = service;
        this.account = account;
        this.region = region;
        this.tags = tags;
        this.publisher = publisher;
    }

    private static Decimal coins(TaxRate rate, Money money, BigDecimal cost) {
        return Decimal.rounded(rate.of(cost), money.currency().digits());
    }

    /**
     * The tax rows of a slice's usage, which is ordered by service: one for each service that has a paid meter, tagged like the
     * first thing that it taxes as far as all of the account is.
     */
    static List<Charge> of(TaxRate rate, Money money, SubAccountRegion where, List<UsageCharge> usage) {
        List<Charge> charges = new ArrayList<>();
        int first = 0;
        while (first < usage.size()) {
            Service service = usage.get(first).sku().service();
            BigDecimal list = BigDecimal.ZERO;
            BigDecimal billed = BigDecimal.ZERO;
            boolean paid = false;
            int end = first;
            for (; end < usage.size() && usage.get(end).sku().service().index() == service.index(); end++) {
                UsageCharge charge = usage.get(end);
                if (charge.taxed() && !charge.sku().isFree()) {
                    BigDecimal quantity = BigDecimal.valueOf(charge.quantity().total(), charge.quantity().scale());
                    list = list.add(charge.rates().list().toBigDecimal().multiply(quantity));
                    billed = billed.add(charge.rates().billed().toBigDecimal().multiply(quantity));
                    paid = true;
                }
            }
            if (paid) {
                charges.add(
                        new TaxCharge(rate, money, service, where.account(), service.global() ? null : where.region(),
                                usage.get(first).accountTags(), null, list, billed));
            }
            first = end;
        }
        return charges;
    }

    /** The tax on a purchase that is consumed at once. */
    static Charge of(TaxRate rate, Money money, Service service, SubAccount account, BigDecimal cost) {
        return new TaxCharge(rate, money, service, account, null, null, null, cost, cost);
    }

    /** The tax on usage that stands by itself. @param usage of one service, account and region */
    static Charge on(TaxRate rate, Money money, SubAccountRegion where, Service service, List<Charge> usage) {
        BigDecimal list = BigDecimal.ZERO;
        BigDecimal billed = BigDecimal.ZERO;
        for (Charge charge : usage) {
            BigDecimal quantity = BigDecimal.valueOf(charge.quantity().total(), charge.quantity().scale());
            list = list.add(charge.rates().list().toBigDecimal().multiply(quantity));
            billed = billed.add(charge.rates().billed().toBigDecimal().multiply(quantity));
        }
        return new TaxCharge(rate, money, service, where.account(), where.region(), null, null, list, billed);
    }

    /** The tax on what somebody else sells through the provider. */
    static Charge onMarketplace(TaxRate rate, Money money, MarketplaceCharge charge) {
        BigDecimal cost = charge.billed();
        return new TaxCharge(rate, money, charge.service(), charge.account(), null, null, charge.publisher(), cost,
                cost);
    }

    /** Where a slice's usage is. */
    record SubAccountRegion(SubAccount account, Region region) {
    }

    @Override
    public ChargeCategory category() {
        return ChargeCategory.TAX;
    }

    @Override
    public Service service() {
        return service;
    }

    @Override
    public SubAccount account() {
        return account;
    }

    @Override
    public boolean tagged() {
        return tags != null;
    }

    @Override
    public void describe(Cells cells) {
        cells.charge(ChargeCategory.TAX, ChargeFrequency.ONE_TIME,
                rate.label() + " on " + service.name()
                        + (region == null ? "" : " in " + region.name()));
        cells.service(service).region(region).account(account);
        cells.set(FocusColumn.TAGS, tags);
        if (publisher != null) {
            cells.publisher(publisher);
        }
    }
}
