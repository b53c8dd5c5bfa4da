package io.focusgen.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.SkuTexts;
import io.focusgen.catalog.SupportPlan;
import io.focusgen.catalog.Tier;
import io.focusgen.estate.Company;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.PricingCategory;
import io.focusgen.plan.MonthPlan;

/**
 * A row of the month's support plan, bought and consumed at once: its share of what was spent on usage and commitments in
 * one band of spend, or its fee. A month has as many rows as the provider's largest plan has bands; where
 * it reaches fewer, the lowest is charged in several parts of the month.
 */
final class SupportCharge extends Charge {

    private static final int CENTS = 2;
    private static final int HOURS_OF_DAY = 24;

    private final Company company;
    private final Money money;
    private final Sku sku;
    private final int band;
    private final @Nullable ChargePeriod part;

    private SupportCharge(Company company, Money money, int band, BigDecimal quantity,
            @Nullable ChargePeriod part) {
        super(Spread.constant(0, 1, quantity.unscaledValue().longValueExact(), quantity.scale()),
                Rates.purchase(money, company.support().sku().tiers().get(band).price()), true);
        this.company = company;
        this.money = money;
        this.band = band;
        this.part = part;
        sku = company.support().sku();
    }

    /** The month's support plan and the tax on it; nothing where the data set is too small for it. */
    static List<Charge> of(MonthPlan month, Money money, TaxRate tax) {
        if (!month.plan().structure().ladder().support()) {
            return List.of();
        }
        Company company = month.company();
        SupportPlan plan = company.support();
        List<Charge> charges = new ArrayList<>();
        List<BigDecimal> bands = plan.flat() ? List.of(BigDecimal.ONE) : bands(plan, spent(month, plan));
        int parts = company.supportRows() - bands.size() + 1;
        BigDecimal left = bands.get(0);
        for (int i = 0; i < parts; i++) {
            BigDecimal share = left.divide(BigDecimal.valueOf(parts - i), plan.flat() ? 0 : CENTS, RoundingMode.UP);
            left = left.subtract(share);
            charges.add(new SupportCharge(company, money, 0, share, part(month, i, parts)));
        }
        for (int band = 1; band < bands.size(); band++) {
            charges.add(new SupportCharge(company, money, band, bands.get(band), null));
        }
        BigDecimal cost = BigDecimal.ZERO;
        for (Charge charge : charges) {
            cost = cost.add(charge.billed());
        }
        charges.add(TaxCharge.of(tax, money, plan.sku().service(), company.account(0), cost));
        return charges;
    }

    /** Whole days of the month, or null for all of it. */
    private static @Nullable ChargePeriod part(MonthPlan month, int number, int of) {
        int days = month.month().hours() / HOURS_OF_DAY;
        long start = month.month().startHour();
        return of == 1
                ? null
                : new ChargePeriod(start + (long) days * number / of * HOURS_OF_DAY,
                        start + (long) days * (number + 1) / of * HOURS_OF_DAY);
    }

    /** Dollars in each band that is reached. */
    private static List<BigDecimal> bands(SupportPlan plan, BigDecimal spent) {
        List<BigDecimal> bands = new ArrayList<>();
        for (Tier band : plan.sku().tiers()) {
            BigDecimal from = BigDecimal.valueOf(band.from());
            if (bands.isEmpty() || spent.compareTo(from) > 0) {
                bands.add(spent.min(BigDecimal.valueOf(band.to())).subtract(from));
            }
        }
        return bands;
    }

    /** Dollars that the shares are taken of: what was spent, or as much as makes the minimum. */
    private static BigDecimal spent(MonthPlan month, SupportPlan plan) {
        BigDecimal spent = new BigDecimal(month.usage()).setScale(CENTS, RoundingMode.HALF_UP);
        BigDecimal missing = plan.minimum().decimal();
        for (Tier band : plan.sku().tiers()) {
            BigDecimal from = BigDecimal.valueOf(band.from());
            BigDecimal share = band.price().decimal();
            BigDecimal all = share.multiply(BigDecimal.valueOf(band.to()).subtract(from));
            if (all.compareTo(missing) >= 0) {
                return spent.max(from.add(missing.divide(share, CENTS, RoundingMode.UP)));
            }
            missing = missing.subtract(all);
        }
        throw new IllegalStateException("the last band of " + plan + " is open");
    }

    @Override
    public ChargeCategory category() {
        return ChargeCategory.PURCHASE;
    }

    @Override
    public Service service() {
        return sku.service();
    }

    @Override
    public @Nullable ChargePeriod period() {
        return part;
    }

    /** The account that has the plan. */
    @Override
    public SubAccount account() {
        return company.account(0);
    }

    @Override
    public void describe(Cells cells) {
        Catalog catalog = company.catalog();
        Price price = sku.tiers().get(band).price();
        SkuTexts texts = catalog.texts(sku, null, PriceTerm.ON_DEMAND, band);
        cells.charge(ChargeCategory.PURCHASE, ChargeFrequency.RECURRING, texts.description());
        cells.service(sku.service()).account(account()).sku(texts);
        cells.prices(money, price, price, sku.unit(), PricingCategory.STANDARD);
    }
}
