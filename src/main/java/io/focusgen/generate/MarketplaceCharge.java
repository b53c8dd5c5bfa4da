package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Conventions;
import io.focusgen.catalog.MarketplaceProduct;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.SkuTexts;
import io.focusgen.estate.Company;
import io.focusgen.estate.Draw;
import io.focusgen.estate.LoadShape;
import io.focusgen.estate.QuantityScale;
import io.focusgen.estate.Salt;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.PricingCategory;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.RowLadder;

/**
 * What somebody else sells through the provider: used in every charge period, subscribed to by the month, or contracted
 * once. The provider invoices it, and it is consumed as it is bought; or the seller invoices it, and the provider's bill
 * only shows it.
 */
final class MarketplaceCharge extends Charge {

    private static final int USAGE_SCALE = 6;

    /** Part of the money that goes into subscriptions, and as much into the contract. */
    private static final double BOUGHT_PART = 0.25;

    private final Company company;
    private final Money money;
    private final MarketplaceProduct product;
    private final SubAccount account;
    private final long number;
    /** The month of the seller's own invoice; null where the provider invoices it. */
    private final @Nullable BillingMonth invoiced;

    private MarketplaceCharge(Company company, Money money, MarketplaceProduct product, long number, Spread quantity,
            @Nullable BillingMonth invoiced) {
        super(quantity, rates(money, product, invoiced), product.kind() != MarketplaceProduct.Kind.USAGE);
        this.invoiced = invoiced;
        this.company = company;
        this.money = money;
        this.product = product;
        this.number = number;
        account = company.account(number % 3);
    }

    private static Rates rates(Money money, MarketplaceProduct product, @Nullable BillingMonth invoiced) {
        Price price = price(product);
        Rates rates = product.kind() == MarketplaceProduct.Kind.USAGE
                ? Rates.usage(money, price, price, product.sku().consumedPerUnit())
                : Rates.purchase(money, price);
        return invoiced == null ? rates : rates.invoicedElsewhere();
    }

    private static Price price(MarketplaceProduct product) {
        return product.sku().tiers().get(0).price();
    }

    /** The month's, and the provider's tax on each; what whole seats leave of the money goes into use. */
    static List<Charge> of(MonthPlan month, Money money, TaxRate tax) {
        int used = month.plan().structure().ladder().marketplaceUsage();
        if (used == 0) {
            return List.of();
        }
        Company company = month.company();
        BillingMonth invoiced = month.plan().structure().ladder().sellersInvoice() ? month.month() : null;
        List<MarketplaceCharge> charges = new ArrayList<>();
        double all = month.marketplace();
        List<MarketplaceProduct> contracts = company.catalog().marketplace(MarketplaceProduct.Kind.CONTRACT);
        int contract = (int) (month.month().ordinal() % contracts.size());
        charges.add(bought(company, money, contracts.get(contract), month.month().ordinal(), BOUGHT_PART * all,
                invoiced));
        List<MarketplaceProduct> subscriptions = company.catalog().marketplace(MarketplaceProduct.Kind.SUBSCRIPTION);
        for (int i = 0; i < RowLadder.SUBSCRIPTIONS; i++) {
            charges.add(bought(company, money, subscriptions.get(i), i,
                    BOUGHT_PART * all * 2 * (i + 1) / (RowLadder.SUBSCRIPTIONS * (RowLadder.SUBSCRIPTIONS + 1)),
                    invoiced));
        }
        double left = all;
        for (MarketplaceCharge charge : charges) {
            left -= charge.quantity().total() * price(charge.product).toDouble();
        }
        List<MarketplaceProduct> products = company.catalog().marketplace(MarketplaceProduct.Kind.USAGE);
        Draw taste = company.draw().of(Salt.MARKETPLACE).of(used);
        for (int i = 0; i < used; i++) {
            MarketplaceProduct product = products.get(i);
            // Nobody uses all of them alike; the last takes what is left.
            double part = i == used - 1 ? 1 : (0.4 + 1.2 * taste.unit(i)) / (used - i);
            double quantity = left * Math.min(1, part) / price(product).toDouble();
            long units = Math.max(month.periods(), (long) (quantity * QuantityScale.powerOfTen(USAGE_SCALE)));
            left -= units * price(product).toDouble() / QuantityScale.powerOfTen(USAGE_SCALE);
            charges.add(new MarketplaceCharge(company, money, product, RowLadder.SUBSCRIPTIONS + i,
                    Spread.of(0, month.periods(), units, month.curve(LoadShape.PUBLIC), USAGE_SCALE), invoiced));
        }
        List<Charge> rows = new ArrayList<>(charges);
        if (invoiced == null) {
            charges.forEach(charge -> rows.add(TaxCharge.onMarketplace(tax, money, charge)));
        }
        return rows;
    }

    private static MarketplaceCharge bought(Company company, Money money, MarketplaceProduct product, long number,
            double dollars, @Nullable BillingMonth invoiced) {
        long units = Math.max(1, (long) (dollars / price(product).toDouble()));
        return new MarketplaceCharge(company, money, product, number, Spread.constant(0, 1, units, 0), invoiced);
    }

    String publisher() {
        return product.publisher();
    }

    @Override
    public ChargeCategory category() {
        return product.kind() == MarketplaceProduct.Kind.USAGE ? ChargeCategory.USAGE : ChargeCategory.PURCHASE;
    }

    @Override
    public boolean invoicedElsewhere() {
        return invoiced != null;
    }

    @Override
    public Service service() {
        return product.sku().service();
    }

    @Override
    public SubAccount account() {
        return account;
    }

    @Override
    public void describe(Cells cells) {
        SkuTexts texts = company.catalog().texts(product.sku(), null, PriceTerm.ON_DEMAND, 0);
        cells.charge(category(), switch (product.kind()) {
            case USAGE -> ChargeFrequency.USAGE_BASED;
            case SUBSCRIPTION -> ChargeFrequency.RECURRING;
            case CONTRACT -> ChargeFrequency.ONE_TIME;
        }, texts.description());
        cells.service(product.sku().service()).account(account).sku(texts).publisher(product.publisher());
        cells.prices(money, price(product), price(product), product.sku().unit(), PricingCategory.STANDARD);
        if (invoiced != null) {
            cells.set(FocusColumn.INVOICE_ISSUER_NAME, product.publisher())
                    .set(FocusColumn.INVOICE_ID, company.invoiceId(invoiced, product.publisher()));
        }
        if (product.kind() == MarketplaceProduct.Kind.USAGE) {
            cells.set(FocusColumn.CONSUMED_UNIT, product.sku().consumedUnit());
        }
        cells.set(FocusColumn.RESOURCE_ID, company.entitlementId(account, product.sku().index() * 4096L + number))
                .set(FocusColumn.RESOURCE_NAME, product.sku().service().name())
                .set(FocusColumn.RESOURCE_TYPE,
                        company.catalog().conventions().text(Conventions.Text.MARKETPLACE_RESOURCE_TYPE));
    }
}
