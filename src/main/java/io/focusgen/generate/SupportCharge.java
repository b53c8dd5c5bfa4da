package io.focusgen.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.SkuTexts;
import io.focusgen.catalog.SupportPlan;
import io.focusgen.estate.Company;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.PricingCategory;
import io.focusgen.plan.MonthPlan;

/**
 * The month's support plan, bought and consumed at once: a share of what was spent on usage and commitments, at least a
 * minimum, or a fee.
 */
final class SupportCharge extends Charge {

    private static final int CENTS = 2;

    private final Company company;
    private final Money money;
    private final Sku sku;

    private SupportCharge(Company company, Money money, Sku sku, BigDecimal quantity) {
        super(Spread.constant(0, 1, quantity.unscaledValue().longValueExact(), quantity.scale()),
                Rates.purchase(money, sku.tiers().get(0).price()), true);
        this.company = company;
        this.money = money;
        this.sku = sku;
    }

    /** The month's support plan and the tax on it; nothing where the data set is too small for it. */
    static List<Charge> of(MonthPlan month, Money money, TaxRate tax) {
        if (!month.plan().structure().ladder().support()) {
            return List.of();
        }
        Company company = month.company();
        SupportPlan plan = month.plan().amounts().support();
        BigDecimal quantity = plan.flat() ? BigDecimal.ONE : spent(month, plan);
        SupportCharge support = new SupportCharge(company, money, plan.sku(), quantity);
        BigDecimal cost = quantity.multiply(support.rates().billed().toBigDecimal());
        return List.of(support, TaxCharge.of(tax, money, plan.sku().service(), support.account(), cost));
    }

    /** Dollars that the share is taken of: what was spent, or as much as makes the minimum. */
    private static BigDecimal spent(MonthPlan month, SupportPlan plan) {
        BigDecimal spent = new BigDecimal(month.usage()).setScale(CENTS, RoundingMode.HALF_UP);
        BigDecimal share = plan.sku().tiers().get(0).price().decimal();
        return spent.max(plan.minimum().decimal().divide(share, CENTS, RoundingMode.UP));
    }

    @Override
    public ChargeCategory category() {
        return ChargeCategory.PURCHASE;
    }

    @Override
    public Service service() {
        return sku.service();
    }

    /** The account that has the plan. */
    @Override
    public SubAccount account() {
        return company.account(0);
    }

    @Override
    public void describe(Cells cells) {
        Catalog catalog = company.catalog();
        Price price = sku.tiers().get(0).price();
        SkuTexts texts = catalog.texts(sku, null, PriceTerm.ON_DEMAND, 0);
        cells.charge(ChargeCategory.PURCHASE, ChargeFrequency.RECURRING, texts.description());
        cells.service(sku.service()).account(account()).sku(texts);
        cells.prices(money, price, price, sku.unit(), PricingCategory.STANDARD);
    }
}
