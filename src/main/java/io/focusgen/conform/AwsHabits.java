package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.focusgen.focus.FocusColumn;

/** How AWS writes accounts, resources and prices. */
final class AwsHabits {

    private static final String ACCOUNTS = "AWS, account identifiers";
    private static final String ARNS = "AWS, Amazon resource names";
    private static final String EXPORTS = "AWS Data Exports, FOCUS with AWS columns";

    /** Twelve digits; or, so that no reader takes it for a number, twelve letters and digits with a letter first. */
    private static final String ACCOUNT = "(?:\\d{12}|[a-z][a-z0-9]{11})";

    private static final String ARN = "arn:aws(?:-cn|-us-gov)?:[a-z0-9-]+:[a-z0-9-]*:(?:" + ACCOUNT
            + "|aws)?:[!-~](?:[ -~]*[!-~])?";

    static final List<CellRule> CELLS = List.of(
            shape("FG-AWS-BILLING-ACCOUNT", "BillingAccountId is 12 digits, or 12 letters and digits.", ACCOUNTS,
                    FocusColumn.BILLING_ACCOUNT_ID, ACCOUNT),
            shape("FG-AWS-SUB-ACCOUNT", "SubAccountId is 12 digits, or 12 letters and digits.", ACCOUNTS,
                    FocusColumn.SUB_ACCOUNT_ID, ACCOUNT),
            shape("FG-AWS-BILLING-ACCOUNT-TYPE", "BillingAccountType is Payer Account.", EXPORTS,
                    FocusColumn.BILLING_ACCOUNT_TYPE, "Payer Account"),
            shape("FG-AWS-SUB-ACCOUNT-TYPE", "SubAccountType is Linked Account, or Payer Account.", EXPORTS,
                    FocusColumn.SUB_ACCOUNT_TYPE, "Linked Account|Payer Account"),
            shape("FG-AWS-DOLLARS", "BillingCurrency is USD.", EXPORTS, FocusColumn.BILLING_CURRENCY, "USD"),
            shape("FG-AWS-ARN", "ResourceId is an ARN.", ARNS, FocusColumn.RESOURCE_ID, ARN),
            shape("FG-AWS-SKU", "SkuId is 16 upper-case letters and digits.", EXPORTS, FocusColumn.SKU_ID,
                    "[A-Z0-9]{16}"),
            shape("FG-AWS-SKU-PRICE", "SkuPriceId is a SkuId, an offer term and a rate code, joined by points.",
                    EXPORTS,
                    FocusColumn.SKU_PRICE_ID, "[A-Z0-9]{16}\\.[A-Z0-9]{10}\\.[A-Z0-9]{10}"));

    static final List<RowRule> ROWS = List.of(
            row("FG-AWS-ARN-REGION", "The region in an ARN is the RegionId, where both are set.", FocusColumn.REGION_ID,
                    3),
            row("FG-AWS-ARN-ACCOUNT", "The account in an ARN is the SubAccountId, where both are set.",
                    FocusColumn.SUB_ACCOUNT_ID, 4));

    private AwsHabits() {
    }

    private static CellRule shape(String id, String sentence, String source, FocusColumn column, String shape) {
        Predicate<String> matches = Pattern.compile(shape).asMatchPredicate();
        return CellRule.habit(Cloud.AWS, id, sentence, source, column, matches);
    }

    /** @param place of the ARN's part, 0 for {@code arn} */
    private static RowRule row(String id, String sentence, FocusColumn column, int place) {
        Set<FocusColumn> columns = EnumSet.of(FocusColumn.RESOURCE_ID, column);
        return HabitRules.of(Cloud.AWS, id, sentence, ARNS, columns, row -> {
            String arn = row.text(FocusColumn.RESOURCE_ID);
            String value = row.text(column);
            return arn == null || value == null || !arn.startsWith("arn:") || isPart(arn, place, value);
        });
    }

    /** Whether the part is empty or this value. */
    private static boolean isPart(String arn, int place, String value) {
        int start = 0;
        for (int i = 0; i < place; i++) {
            start = arn.indexOf(':', start) + 1;
            if (start == 0) {
                return true;
            }
        }
        int end = arn.indexOf(':', start);
        return end <= start || (end - start == value.length() && arn.startsWith(value, start))
                || arn.startsWith("aws:", start);
    }
}
