package io.focusgen.pricelist;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.Tier;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.ColumnType;
import io.focusgen.table.TableColumn;

/** The columns of a price list, in file order. Those with a name of FOCUS hold exactly what rows hold. */
public enum PriceColumn implements TableColumn {
    BILLING_PERIOD_START("BillingPeriodStart", ColumnType.DATE_TIME,
            "Start of the first billing period that it holds in.") {
        @Override
        String text(PriceLine line) {
            return moment(line.period().first());
        }
    },
    BILLING_PERIOD_END("BillingPeriodEnd", ColumnType.DATE_TIME,
            "End of the last billing period that it holds in: several months where the bill is in dollars.") {
        @Override
        String text(PriceLine line) {
            return moment(line.period().end());
        }
    },
    PROVIDER_NAME("ProviderName", ColumnType.TEXT, "Whose price it is.") {
        @Override
        String text(PriceLine line) {
            return line.bill().catalog().provider().focusName();
        }
    },
    SERVICE_NAME("ServiceName", ColumnType.TEXT, "The service that the SKU belongs to.") {
        @Override
        String text(PriceLine line) {
            return line.sku().service().name();
        }
    },
    SERVICE_CATEGORY("ServiceCategory", ColumnType.TEXT, "The category of the service.") {
        @Override
        String text(PriceLine line) {
            return line.sku().service().category().label();
        }
    },
    SERVICE_SUBCATEGORY("ServiceSubcategory", ColumnType.TEXT, "The subcategory of the service.") {
        @Override
        String text(PriceLine line) {
            return line.sku().service().subcategory();
        }
    },
    REGION_ID("RegionId", ColumnType.TEXT, "Where it holds; null for everywhere.") {
        @Override
        @Nullable
        String text(PriceLine line) {
            return line.region() == null ? null : line.region().id();
        }
    },
    SKU_ID("SkuId", ColumnType.TEXT, "What is sold.") {
        @Override
        String text(PriceLine line) {
            return line.terms().texts().id();
        }
    },
    SKU_PRICE_ID("SkuPriceId", ColumnType.TEXT, "Under which terms and in which tier: the key of the list.") {
        @Override
        String text(PriceLine line) {
            return line.terms().texts().priceId();
        }
    },
    SKU_METER("SkuMeter", ColumnType.TEXT, "What is metered.") {
        @Override
        String text(PriceLine line) {
            return line.terms().texts().meter();
        }
    },
    DESCRIPTION("Description", ColumnType.TEXT, "The price in a sentence, as charges are described.") {
        @Override
        String text(PriceLine line) {
            return line.terms().texts().description();
        }
    },
    PRICING_UNIT("PricingUnit", ColumnType.TEXT, "What the price is for one of.") {
        @Override
        String text(PriceLine line) {
            return line.sku().unit();
        }
    },
    PRICING_CATEGORY("PricingCategory", ColumnType.TEXT, "Standard, Dynamic or Committed.") {
        @Override
        String text(PriceLine line) {
            return line.terms().category().label();
        }
    },
    TERM("Term", ColumnType.TEXT,
            "on-demand, spot, committed (usage that a commitment covers), purchase (the recurring fee of a commitment),"
                    + " upfront (what is paid for it at once) or unused (its unused part).") {
        @Override
        String text(PriceLine line) {
            return line.terms().term().label();
        }
    },
    TIER_FROM("TierFrom", ColumnType.DECIMAL, "Pricing units of a month and billing account from which on it holds.") {
        @Override
        String text(PriceLine line) {
            return whole(tier(line).from());
        }
    },
    TIER_TO("TierTo", ColumnType.DECIMAL, "Those up to which it holds; null without end.") {
        @Override
        @Nullable
        String text(PriceLine line) {
            return tier(line).isOpen() ? null : whole(tier(line).to());
        }
    },
    BILLING_CURRENCY("BillingCurrency", ColumnType.TEXT, "The currency of the first two prices.") {
        @Override
        String text(PriceLine line) {
            return line.bill().currency().code();
        }
    },
    LIST_UNIT_PRICE("ListUnitPrice", ColumnType.DECIMAL, "What everybody pays.") {
        @Override
        String text(PriceLine line) {
            return local(line, line.terms().list());
        }
    },
    CONTRACTED_UNIT_PRICE("ContractedUnitPrice", ColumnType.DECIMAL, "What the company has negotiated.") {
        @Override
        String text(PriceLine line) {
            return local(line, line.terms().contracted());
        }
    },
    PRICING_CURRENCY("PricingCurrency", ColumnType.TEXT, "The currency of the other two: always USD.") {
        @Override
        String text(PriceLine line) {
            return Currency.usd().code();
        }
    },
    PRICING_CURRENCY_LIST_UNIT_PRICE("PricingCurrencyListUnitPrice", ColumnType.DECIMAL,
            "ListUnitPrice in dollars, the same in all months.") {
        @Override
        String text(PriceLine line) {
            return line.terms().list().text();
        }
    },
    PRICING_CURRENCY_CONTRACTED_UNIT_PRICE("PricingCurrencyContractedUnitPrice", ColumnType.DECIMAL,
            "ContractedUnitPrice in dollars, the same in all months.") {
        @Override
        String text(PriceLine line) {
            return line.terms().contracted().text();
        }
    },
    SKU_PRICE_DETAILS("SkuPriceDetails", ColumnType.JSON, "Properties of the SKU; null where it has none.") {
        @Override
        @Nullable
        String text(PriceLine line) {
            return line.terms().texts().details();
        }
    };

    private final String id;
    private final ColumnType type;
    private final String help;

    PriceColumn(String id, ColumnType type, String help) {
        this.id = id;
        this.type = type;
        this.help = help;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public String help() {
        return help;
    }

    /** The cell of a line, or null. */
    abstract @Nullable String text(PriceLine line);

    /** All cells of a line, in order. */
    static @Nullable String[] texts(PriceLine line) {
        @Nullable
        String[] texts = new @Nullable String[values().length];
        for (PriceColumn column : values()) {
            texts[column.ordinal()] = column.text(line);
        }
        return texts;
    }

    private static Tier tier(PriceLine line) {
        return line.sku().tiers().get(line.terms().tier());
    }

    private static String local(PriceLine line, Price usd) {
        return line.money().localPrice(usd).text();
    }

    private static String whole(long number) {
        return new BigDecimal(number) + ".0";
    }

    private static String moment(BillingMonth month) {
        return month.month().atDay(1) + "T00:00:00Z";
    }
}
