package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/** How Google Cloud writes accounts, resources and prices. */
final class GoogleHabits {

    private static final String PROJECTS = "Google Cloud, creating and managing projects";
    private static final String NAMES = "Google Cloud, full resource names";
    private static final String EXPORT = "Google Cloud, structure of billing data exports";

    private static final String RESOURCE = "//[a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)+(?:/[!-~]+)+|"
            + "subscriptions/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Pattern REGION_OR_ZONE = Pattern.compile("[a-z]+-[a-z]+\\d+(?:-[a-z])?");

    static final List<CellRule> CELLS = List.of(
            shape("FG-GOOGLE-BILLING-ACCOUNT", "BillingAccountId is three groups of six upper-case hexadecimal digits.",
                    EXPORT, FocusColumn.BILLING_ACCOUNT_ID, "[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}"),
            shape("FG-GOOGLE-PROJECT",
                    "SubAccountId is a project id: 6 to 30 lower-case letters, digits and hyphens, a "
                            + "letter first, no hyphen last.",
                    PROJECTS,
                    FocusColumn.SUB_ACCOUNT_ID, "[a-z][a-z0-9-]{4,28}[a-z0-9]"),
            shape("FG-GOOGLE-BILLING-ACCOUNT-TYPE", "BillingAccountType is Billing Account.", EXPORT,
                    FocusColumn.BILLING_ACCOUNT_TYPE, "Billing Account"),
            shape("FG-GOOGLE-SUB-ACCOUNT-TYPE", "SubAccountType is Project.", EXPORT, FocusColumn.SUB_ACCOUNT_TYPE,
                    "Project"),
            shape("FG-GOOGLE-RESOURCE", "ResourceId is a full resource name, or that of a subscription.", NAMES,
                    FocusColumn.RESOURCE_ID, RESOURCE),
            shape("FG-GOOGLE-SKU", "SkuId is three groups of four upper-case hexadecimal digits.", EXPORT,
                    FocusColumn.SKU_ID, "[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}"));

    static final List<RowRule> ROWS = List.of(
            resource("FG-GOOGLE-RESOURCE-PROJECT",
                    "The project in a resource name is the SubAccountId, or a number.", FocusColumn.SUB_ACCOUNT_ID,
                    (name, project) -> {
                        String named = after("/projects/", name);
                        return named == null || named.equals(project) || named.equals("_") || isNumber(named);
                    }),
            resource("FG-GOOGLE-RESOURCE-REGION",
                    "The zone, region or location in a resource name is in the RegionId, where it is in a region.",
                    FocusColumn.REGION_ID, (name, region) -> isIn(after("/zones/", name), region)
                            && isIn(after("/regions/", name), region) && isIn(after("/locations/", name), region)),
            resource("FG-GOOGLE-RESOURCE-ZONE", "The zone in a resource name is the AvailabilityZone.",
                    FocusColumn.AVAILABILITY_ZONE, (name, zone) -> {
                        String named = after("/zones/", name);
                        return named == null || named.equals(zone);
                    }));

    private GoogleHabits() {
    }

    private static CellRule shape(String id, String sentence, String source, FocusColumn column, String shape) {
        return CellRule.habit(Cloud.GOOGLE, id, sentence, source, column, Pattern.compile(shape).asMatchPredicate());
    }

    /** @param holds of the resource name and the column, where both are set */
    private static RowRule resource(String id, String sentence, FocusColumn column,
            BiPredicate<String, String> holds) {
        Set<FocusColumn> columns = EnumSet.of(FocusColumn.RESOURCE_ID, column);
        return HabitRules.of(Cloud.GOOGLE, id, sentence, NAMES, columns, row -> {
            String name = row.text(FocusColumn.RESOURCE_ID);
            String value = row.text(column);
            return name == null || value == null || holds.test(name, value);
        });
    }

    /** The segment of a resource name that follows this one; null where it has none. */
    static @Nullable String after(String collection, String name) {
        int found = name.indexOf(collection);
        if (found < 0) {
            return null;
        }
        int start = found + collection.length();
        int end = name.indexOf('/', start);
        return end < 0 ? name.substring(start) : name.substring(start, end);
    }

    static boolean isNumber(String segment) {
        return !segment.isEmpty() && segment.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether a place is the region, a zone of it, or no single region at all: us, eu, global. */
    private static boolean isIn(@Nullable String place, String region) {
        if (place == null || place.equals(region)) {
            return true;
        }
        boolean zone = place.startsWith(region) && place.length() == region.length() + 2;
        return zone || !REGION_OR_ZONE.matcher(place).matches();
    }
}
