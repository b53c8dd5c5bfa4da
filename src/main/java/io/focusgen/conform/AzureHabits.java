package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

import io.focusgen.focus.FocusColumn;

/** How Azure writes accounts, resources and prices, and how often. */
final class AzureHabits {

    private static final String SCHEMA = "Azure Cost Management, FOCUS cost and usage schema";
    private static final String GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String SUBSCRIPTION = "/subscriptions/" + GUID;

    /** An enrolment, or a billing profile of a customer agreement. */
    private static final String BILLING_ACCOUNT = "/providers/Microsoft\\.Billing/billingAccounts/(?:[a-z0-9]{7,8}|"
            + GUID + ":" + GUID + "_\\d{4}-\\d{2}-\\d{2}/billingProfiles/"
            + "[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{3}-[A-Z0-9]{3})";

    /** Commitments belong to a billing account, not to a subscription, and keep the case of their names. */
    private static final String COMMITMENT = "(?i:/providers/Microsoft\\.(?:Capacity/reservationOrders/" + GUID
            + "/reservations/|BillingBenefits/savingsPlanOrders/" + GUID + "/savingsPlans/)" + GUID + ")";

    private static final String PATH = SUBSCRIPTION + "(?:/resourcegroups/[^/A-Z ]+)?/providers/[^/A-Z ]+"
            + "(?:/[^/A-Z ]+/[^/A-Z]+)+";

    static final List<CellRule> CELLS = List.of(
            shape("FG-AZURE-BILLING-ACCOUNT", "BillingAccountId is the path of an enrolment or a billing profile.",
                    FocusColumn.BILLING_ACCOUNT_ID, BILLING_ACCOUNT),
            shape("FG-AZURE-SUBSCRIPTION", "SubAccountId is /subscriptions/ and a lower-case GUID.",
                    FocusColumn.SUB_ACCOUNT_ID, SUBSCRIPTION),
            shape("FG-AZURE-BILLING-ACCOUNT-TYPE", "BillingAccountType is Billing Profile, or Billing Account.",
                    FocusColumn.BILLING_ACCOUNT_TYPE, "Billing Profile|Billing Account"),
            shape("FG-AZURE-SUB-ACCOUNT-TYPE", "SubAccountType is Subscription.", FocusColumn.SUB_ACCOUNT_TYPE,
                    "Subscription"),
            shape("FG-AZURE-RESOURCE", "ResourceId is a lower-case path in a subscription, or that of a commitment.",
                    FocusColumn.RESOURCE_ID, PATH + "|" + COMMITMENT),
            shape("FG-AZURE-SKU", "SkuId is a number, or 12 upper-case letters and digits.", FocusColumn.SKU_ID,
                    "\\d{7,9}|[A-Z0-9]{12}"),
            shape("FG-AZURE-SKU-PRICE", "SkuPriceId is a number, or product, SKU and meter type joined by _.",
                    FocusColumn.SKU_PRICE_ID, "\\d{7,9}|[A-Z0-9]{12}_[A-Z0-9]{4}_[A-Za-z0-9-]+"));

    static final List<RowRule> ROWS = List.of(
            HabitRules.of(Cloud.AZURE, "FG-AZURE-ACCOUNT-KIND",
                    "BillingAccountType is Billing Profile exactly where BillingAccountId is that of one.", SCHEMA,
                    EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID, FocusColumn.BILLING_ACCOUNT_TYPE), row -> {
                        String id = row.text(FocusColumn.BILLING_ACCOUNT_ID);
                        return id == null || row.lacks(FocusColumn.BILLING_ACCOUNT_TYPE)
                                || id.contains("/billingProfiles/") == row.is(FocusColumn.BILLING_ACCOUNT_TYPE,
                                        "Billing Profile");
                    }),
            HabitRules.of(Cloud.AZURE, "FG-AZURE-RESOURCE-ACCOUNT",
                    "The path of a resource begins with its SubAccountId.", SCHEMA,
                    EnumSet.of(FocusColumn.RESOURCE_ID, FocusColumn.SUB_ACCOUNT_ID), row -> {
                        String path = row.text(FocusColumn.RESOURCE_ID);
                        String account = row.text(FocusColumn.SUB_ACCOUNT_ID);
                        return path == null || account == null || !path.startsWith("/subscriptions/")
                                || (path.startsWith(account) && path.startsWith("/", account.length()));
                    }),
            HabitRules.of(Cloud.AZURE, "FG-AZURE-DAYS", "No charge period is shorter than a day.", SCHEMA,
                    EnumSet.of(FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START), row -> {
                        Period period = PeriodRules.chargePeriod(row);
                        return !period.isKnown() || period.seconds() <= 0 || period.seconds() >= UtcTime.DAY;
                    }));

    private AzureHabits() {
    }

    private static CellRule shape(String id, String sentence, FocusColumn column, String shape) {
        return CellRule.habit(Cloud.AZURE, id, sentence, SCHEMA, column, Pattern.compile(shape).asMatchPredicate());
    }
}
