package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/** Habits that AWS, Microsoft and Google Cloud share: how they name themselves, their zones and their prices. */
final class HabitRules {

    private static final String NAMES = "names of the providers in FOCUS data";

    static final List<CellRule> CELLS = List.of(
            new CellRule("FG-PROVIDER-SPELLING",
                    "A party that is AWS, Microsoft or Google Cloud is written exactly so.", NAMES,
                    EnumSet.of(FocusColumn.PROVIDER_NAME, FocusColumn.PUBLISHER_NAME, FocusColumn.INVOICE_ISSUER_NAME,
                            FocusColumn.SERVICE_PROVIDER_NAME, FocusColumn.HOST_PROVIDER_NAME),
                    Cloud::isNameOrForeign));

    static final List<RowRule> ROWS = List.of(
            new RowRule("FG-PROVIDER-OF-ACCOUNT",
                    "An Azure path, a Google resource name or an ARN stands on rows of its own provider only.", NAMES,
                    EnumSet.of(FocusColumn.PROVIDER_NAME, FocusColumn.RESOURCE_ID, FocusColumn.SUB_ACCOUNT_ID),
                    row -> isOwn(row, FocusColumn.SUB_ACCOUNT_ID) && isOwn(row, FocusColumn.RESOURCE_ID)),
            new RowRule("FG-ZONE-OF-REGION",
                    "AvailabilityZone is its RegionId with an ending: us-east-1a, eastus-az1, us-central1-a.",
                    "names of zones at the large providers",
                    EnumSet.of(FocusColumn.AVAILABILITY_ZONE, FocusColumn.PROVIDER_NAME, FocusColumn.REGION_ID),
                    HabitRules::isZoneOfRegion),
            new RowRule("FG-PRICE-NAMES-SKU", "SkuPriceId is its SkuId, or begins with it.",
                    "price lists of the large providers",
                    EnumSet.of(FocusColumn.PROVIDER_NAME, FocusColumn.SKU_ID, FocusColumn.SKU_PRICE_ID),
                    HabitRules::isPriceOfSku));

    private HabitRules() {
    }

    private static boolean isOwn(Row row, FocusColumn column) {
        String id = row.text(column);
        Cloud shape = id == null ? null : cloudOf(id);
        return shape == null || row.lacks(FocusColumn.PROVIDER_NAME) || shape == row.cloud();
    }

    /** The provider that alone writes ids like this; null where others may, too. */
    private static @Nullable Cloud cloudOf(String id) {
        if (id.startsWith("/subscriptions/")) {
            return Cloud.AZURE;
        }
        if (id.startsWith("//") && id.contains(".googleapis.com/")) {
            return Cloud.GOOGLE;
        }
        return id.startsWith("arn:aws") ? Cloud.AWS : null;
    }

    private static boolean isZoneOfRegion(Row row) {
        String zone = row.text(FocusColumn.AVAILABILITY_ZONE);
        String region = row.text(FocusColumn.REGION_ID);
        Cloud cloud = row.cloud();
        if (zone == null || region == null || cloud == null) {
            return true;
        }
        return zone.startsWith(region) && isEnding(cloud, zone, region.length());
    }

    private static boolean isEnding(Cloud cloud, String zone, int at) {
        int length = zone.length() - at;
        char last = zone.charAt(zone.length() - 1);
        return switch (cloud) {
            // Local zones have a city between: us-west-2-lax-1a.
            case AWS -> isLetter(last) && (length == 1 || (length > 1 && zone.charAt(at) == '-'));
            case AZURE -> length == 4 && zone.startsWith("-az", at) && last >= '1' && last <= '9';
            case GOOGLE -> length == 2 && zone.charAt(at) == '-' && isLetter(last);
        };
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isPriceOfSku(Row row) {
        String sku = row.text(FocusColumn.SKU_ID);
        String price = row.text(FocusColumn.SKU_PRICE_ID);
        if (sku == null || price == null || row.cloud() == null || !price.startsWith(sku)) {
            return sku == null || price == null || row.cloud() == null;
        }
        return price.length() == sku.length() || !Character.isLetterOrDigit(price.charAt(sku.length()));
    }

    /** A habit on rows: the columns that it reads and the one that says whose row it is. */
    static RowRule of(Cloud cloud, String id, String sentence, String source, Set<FocusColumn> columns,
            java.util.function.Predicate<Row> holds) {
        Set<FocusColumn> all = EnumSet.copyOf(columns);
        all.add(FocusColumn.PROVIDER_NAME);
        return new RowRule(id, sentence, source, all, row -> row.cloud() != cloud || holds.test(row));
    }
}
