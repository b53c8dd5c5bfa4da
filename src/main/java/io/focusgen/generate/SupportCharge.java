package io.focusgen.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.SupportPlan;
import io.focusgen.estate.Company;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.PricingCategory;
import io.focusgen.plan.MonthPlan;

/** The month's support plan: a share of what was spent on usage and commitments, bought and consumed at once. */
final class SupportCharge extends Charge {

    private static final int CENTS = 2;

    private final Company company;
    private final Sku sku;

    private SupportCharge(Company company, Sku sku, BigDecimal spent) {
        super(Spread.constant(0, 1, spent.unscaledValue().longValueExact(), CENTS),
                Rates.purchase(Rates.exact(sku.tiers().get(0).price())), true);
        this.company = company;
        this.sku = sku;
    }

    /** The month's support plan and the tax on it; nothing where the data set is too small for it. */
    static List<Charge> of(MonthPlan month, TaxRate tax) {
        if (!month.plan().structure().ladder().support()) {
            return List.of();
        }
        Company company = month.plan().company();
        SupportPlan plan = month.plan().amounts().support();
        BigDecimal spent = new BigDecimal(month.plan().amounts().usage()).setScale(CENTS, RoundingMode.HALF_UP);
        BigDecimal share = plan.sku().tiers().get(0).price().decimal();
        BigDecimal least = plan.minimum().decimal().divide(share, CENTS, RoundingMode.UP);
        BigDecimal charged = spent.max(least);
        SupportCharge support = new SupportCharge(company, plan.sku(), charged);
        return List.of(support, TaxCharge.of(tax, plan.sku().service(), support.account(), charged.multiply(share)));
    }

    /** The account that has the plan. */
    private SubAccount account() {
        return company.account(0);
    }

    @Override
    public void describe(Cells cells) {
        Catalog catalog = company.catalog();
        cells.charge(ChargeCategory.PURCHASE, ChargeFrequency.RECURRING,
                catalog.description(sku, sku.tiers().get(0).price(), null));
        cells.service(sku.service()).account(account());
        cells.sku(catalog.skuId(sku, null), catalog.skuPriceId(sku, null, PriceTerm.ON_DEMAND, 0),
                catalog.meter(sku, null), sku.details());
        cells.prices(sku.tiers().get(0).price(), sku.tiers().get(0).price(), sku.unit(), PricingCategory.STANDARD);
    }
}
