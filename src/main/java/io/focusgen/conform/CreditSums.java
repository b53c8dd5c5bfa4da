package io.focusgen.conform;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.FocusColumn;

/** Credits are given for what was charged: in a bill no sub account has more of them on a service than that cost. */
final class CreditSums implements SetCheck {

    private static final Set<FocusColumn> COLUMNS = EnumSet.of(FocusColumn.BILLED_COST, FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
            FocusColumn.PROVIDER_NAME, FocusColumn.SERVICE_NAME,
            FocusColumn.SUB_ACCOUNT_ID);

    static final SetRule WITHIN_COST = new SetRule("FG-CREDIT-WITHIN-COST",
            "In a bill, the credits of a sub account on a service are at most what its usage and purchases there cost.",
            "credits are applied to charges", COLUMNS);

    private final Map<Ids, Sum> sums = new LinkedHashMap<>();

    private record Ids(int provider, int account, int month, int subAccount, int service) {
    }

    private static final class Sum {
        Decimal cost = Decimal.ZERO;
        Decimal credits = Decimal.ZERO;
        long lastCredit;
        String name = "";
    }

    private @Nullable Ids last;
    private Sum lastSum = new Sum();

    @Override
    public List<SetRule> rules() {
        return List.of(WITHIN_COST);
    }

    @Override
    public void row(Row row, Findings findings) {
        boolean credit = row.is(FocusColumn.CHARGE_CATEGORY, ChargeCategory.CREDIT.label());
        if (row.isCorrection() || !credit && !row.isUsage() && !row.isPurchase()) {
            return;
        }
        if (row.lacks(FocusColumn.PROVIDER_NAME) || row.lacks(FocusColumn.BILLING_ACCOUNT_ID)
                || row.lacks(FocusColumn.BILLING_PERIOD_START) || row.lacks(FocusColumn.SERVICE_NAME)) {
            return;
        }
        Ids ids = new Ids(row.providerId(), row.id(FocusColumn.BILLING_ACCOUNT_ID),
                row.id(FocusColumn.BILLING_PERIOD_START), row.id(FocusColumn.SUB_ACCOUNT_ID),
                row.id(FocusColumn.SERVICE_NAME));
        if (!ids.equals(last)) {
            last = ids;
            lastSum = sums.computeIfAbsent(ids, first -> new Sum());
        }
        Decimal billed = row.decimalOrZero(FocusColumn.BILLED_COST);
        if (credit) {
            lastSum.credits = lastSum.credits.plus(billed);
            lastSum.lastCredit = row.number();
            lastSum.name = row.text(FocusColumn.SERVICE_NAME) + " of " + row.text(FocusColumn.SUB_ACCOUNT_ID);
        } else {
            lastSum.cost = lastSum.cost.plus(billed);
        }
    }

    @Override
    public void finish(Findings findings) {
        sums.values().forEach(sum -> {
            if (sum.credits.signum() < 0 && sum.cost.plus(sum.credits).signum() < 0) {
                findings.add(WITHIN_COST, sum.lastCredit,
                        () -> sum.name + ": credits " + sum.credits + " on " + sum.cost);
            }
        });
    }
}
