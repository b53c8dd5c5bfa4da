package io.focusgen.catalog;

import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** How a provider writes accounts, invoices, and SKU ids: {@code provider.csv}, a key and a value on each line. */
public final class Conventions {

    /** The text that each key stands for; a key not here is a code of price ids. */
    public enum Text {
        BILLING_ACCOUNT_ID,
        BILLING_ACCOUNT_ID_ALPHA,
        BILLING_ACCOUNT_NAME,
        BILLING_ACCOUNT_TYPE,
        SUB_ACCOUNT_ID,
        SUB_ACCOUNT_ID_ALPHA,
        SUB_ACCOUNT_NUMBER,
        SUB_ACCOUNT_NAME,
        SUB_ACCOUNT_TYPE,
        INVOICE_ID,
        INVOICE_ID_ALPHA,
        SELLER_INVOICE_ID,
        HIERARCHY,
        SKU_ID,
        SKU_PRICE_ID,
        SPOT_DESCRIPTION,
        CREDIT_MIGRATION,
        CREDIT_PROMOTION,
        CREDIT_BONUS,
        MARKETPLACE_RESOURCE_ID,
        MARKETPLACE_RESOURCE_TYPE,
        CAPACITY_RESERVATION_ID,
        CAPACITY_RESERVATION_TYPE,
        CAPACITY_UNUSED;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The description of what rounds an invoice, and its service; those have them whose bills have such a row. */
    static final String ROUNDING = "rounding";
    static final String ROUNDING_SERVICE = "rounding_service";

    private static final String FILE = "provider.csv";

    private final SortedMap<String, String> values = new TreeMap<>();

    private Conventions() {
    }

    static Conventions read(TableSource source) {
        Conventions read = new Conventions();
        for (Table.Row row : Table.read(source, FILE, "key", "value").rows()) {
            String key = row.text("key");
            String value = row.text("value");
            if (!isKnown(key)) {
                throw row.refuse("key", key + " is no convention");
            } else if (read.values.put(key, value) != null) {
                throw row.refuse("key", key + " stands twice");
            }
        }
        for (Text text : Text.values()) {
            read.require(text.key());
        }
        for (PriceTerm term : PriceTerm.values()) {
            read.require(PriceIds.termKey(term));
        }
        read.require(PriceIds.FREE_TERM);
        read.require(PriceIds.SINGLE_TIER);
        return read;
    }

    private static boolean isKnown(String key) {
        for (Text text : Text.values()) {
            if (text.key().equals(key)) {
                return true;
            }
        }
        for (PriceTerm term : PriceTerm.values()) {
            if (PriceIds.termKey(term).equals(key)) {
                return true;
            }
        }
        return key.equals(ROUNDING) || key.equals(ROUNDING_SERVICE) || key.equals(PriceIds.FREE_TERM)
                || key.startsWith("tier.");
    }

    private void require(String key) {
        if (!values.containsKey(key)) {
            throw refuse(key, "is missing");
        }
    }

    /** What to throw where a key cannot be as it is. */
    CatalogException refuse(String key, String why) {
        return new CatalogException(FILE, 0, "key", key + " " + why, null);
    }

    public String text(Text text) {
        return value(text.key());
    }

    /** The value of a key that every provider has. */
    String value(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no convention " + key);
        }
        return value;
    }

    @Nullable
    String optional(String key) {
        return values.get(key);
    }
}
