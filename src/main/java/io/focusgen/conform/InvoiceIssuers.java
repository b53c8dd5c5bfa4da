package io.focusgen.conform;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/**
 * A charge that a third party invoices costs nothing in the provider's bill. Who usually invoices an account is the one
 * that most of its rows name, so that a bill which comes from a reseller as a whole is as good as any.
 */
final class InvoiceIssuers implements SetCheck {

    private static final Set<FocusColumn> PARTIES = EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.INVOICE_ISSUER_NAME, FocusColumn.PROVIDER_NAME);

    static final SetRule BILLED = rule("BilledCost-C-005-C", Rule.FOCUS,
            "BilledCost is 0 where a third party invoices: another issuer than the provider and than the one of most rows of"
                    + " the billing account.",
            FocusColumn.BILLED_COST);

    static final SetRule EFFECTIVE = rule("FG-ISSUER-EFFECTIVE",
            "what is paid to a seller is amortised in its own bill",
            "EffectiveCost is 0 where such a third party publishes what it invoices.", FocusColumn.EFFECTIVE_COST,
            FocusColumn.PUBLISHER_NAME);

    private static final List<SetRule> ALL = List.of(BILLED, EFFECTIVE);
    private static final List<Predicate<Row>> BROKEN = List.of(
            row -> row.decimalOrZero(FocusColumn.BILLED_COST).signum() != 0,
            row -> row.decimalOrZero(FocusColumn.EFFECTIVE_COST).signum() != 0
                    && row.same(FocusColumn.PUBLISHER_NAME, FocusColumn.INVOICE_ISSUER_NAME));

    private final Map<Account, Map<Integer, Issuer>> accounts = new LinkedHashMap<>();
    private @Nullable Account last;
    private int lastIssuer;
    private @Nullable Issuer lastFound;

    /** By {@link Row#id}. */
    private record Account(int provider, int account) {
    }

    /** What the rows of an issuer say; per rule how many would break it, and the first. */
    private static final class Issuer {
        final String name;
        final boolean provider;
        long rows;
        final long[] broken = new long[ALL.size()];
        final long[] first = new long[ALL.size()];

        Issuer(String name, boolean provider) {
            this.name = name;
            this.provider = provider;
        }
    }

    private static SetRule rule(String id, String source, String sentence, FocusColumn... judged) {
        Set<FocusColumn> columns = EnumSet.copyOf(PARTIES);
        columns.addAll(List.of(judged));
        return new SetRule(id, sentence, source, columns);
    }

    @Override
    public List<SetRule> rules() {
        return ALL;
    }

    @Override
    public void row(Row row, Findings findings) {
        String name = row.text(FocusColumn.INVOICE_ISSUER_NAME);
        if (name == null || row.lacks(FocusColumn.PROVIDER_NAME)) {
            return;
        }
        Issuer issuer = issuer(row, name);
        issuer.rows++;
        if (!issuer.provider) {
            for (int i = 0; i < BROKEN.size(); i++) {
                if (BROKEN.get(i).test(row)) {
                    issuer.broken[i]++;
                    issuer.first[i] = issuer.first[i] == 0 ? row.number() : issuer.first[i];
                }
            }
        }
    }

    /** Consecutive rows mostly have the same. */
    private Issuer issuer(Row row, String name) {
        int id = row.id(FocusColumn.INVOICE_ISSUER_NAME);
        Issuer found = lastFound;
        if (found == null || last == null || id != lastIssuer || last.provider != row.providerId()
                || last.account != row.id(FocusColumn.BILLING_ACCOUNT_ID)) {
            last = new Account(row.providerId(), row.id(FocusColumn.BILLING_ACCOUNT_ID));
            lastIssuer = id;
            found = accounts.computeIfAbsent(last, first -> new LinkedHashMap<>()).computeIfAbsent(id,
                    first -> new Issuer(name, row.is(FocusColumn.PROVIDER_NAME, name)));
            lastFound = found;
        }
        return found;
    }

    @Override
    public void finish(Findings findings) {
        for (Map<Integer, Issuer> issuers : accounts.values()) {
            long most = issuers.values().stream().mapToLong(issuer -> issuer.rows).max().orElse(0);
            for (Issuer issuer : issuers.values()) {
                for (int i = 0; i < ALL.size(); i++) {
                    if (!issuer.provider && issuer.rows < most && issuer.broken[i] > 0) {
                        findings.add(ALL.get(i), issuer.first[i], issuer.broken[i],
                                () -> "invoiced by " + Row.show(issuer.name));
                    }
                }
            }
        }
    }
}
