package io.focusgen.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import io.focusgen.catalog.Provider;
import io.focusgen.estate.SubAccount;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Eligible;
import io.focusgen.testing.Request;

/** What the rows of a file add up to, read back by another library and added up one by one. */
final class RowSums {

    private static final List<String> COSTS = List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost");

    private final Eligible eligible;
    private final Map<String, SubAccount> accounts = new TreeMap<>();
    private final SubAccount payer;
    final Map<Dimension, Map<String, Sums>> tables = new EnumMap<>(Dimension.class);
    final Sums total = new Sums();

    /** Of some rows: rows, the four costs, tax and dollars. */
    static final class Sums {

        private long rows;
        private final BigDecimal[] costs = new BigDecimal[COSTS.size() + 2];

        Sums() {
            Arrays.fill(costs, BigDecimal.ZERO);
        }

        void add(Map<String, String> row) {
            rows++;
            for (int i = 0; i < COSTS.size(); i++) {
                costs[i] = costs[i].add(new BigDecimal(row.get(COSTS.get(i))));
            }
            if (row.get("ChargeCategory").equals("Tax")) {
                costs[4] = costs[4].add(new BigDecimal(row.get("BilledCost")));
            }
            costs[5] = costs[5].add(new BigDecimal(row.get("PricingCurrencyEffectiveCost")));
        }

        void add(Sums other) {
            rows += other.rows;
            for (int i = 0; i < costs.length; i++) {
                costs[i] = costs[i].add(other.costs[i]);
            }
        }

        /** As {@link #text(Costs)} writes it. */
        String text(boolean local) {
            return rows + " " + (local ? plain(Arrays.copyOf(costs, 5)) + " " : "") + plain(costs[5]);
        }
    }

    /** The figures that KPIs are made of, as {@link KpiSums} has them. */
    BigDecimal list = BigDecimal.ZERO;
    BigDecimal effective = BigDecimal.ZERO;
    BigDecimal used = BigDecimal.ZERO;
    BigDecimal unused = BigDecimal.ZERO;
    BigDecimal covered = BigDecimal.ZERO;
    BigDecimal eligibleCost = BigDecimal.ZERO;
    BigDecimal tagged = BigDecimal.ZERO;
    /** ListCost of usage that others invoice. */
    BigDecimal elsewhere = BigDecimal.ZERO;

    private RowSums(Plan plan) {
        eligible = new Eligible(plan.spec().provider());
        plan.company().organisation().accounts().forEach(account -> accounts.put(account.id(), account));
        payer = plan.company().account(0);
    }

    /** One for each bill, by ProviderName. */
    static Map<String, RowSums> of(Request request, DatasetPlan plan) {
        Map<String, RowSums> bills = new TreeMap<>();
        for (Plan bill : plan.bills()) {
            bills.put(bill.spec().provider().focusName(), new RowSums(bill));
        }
        rows(Bytes.of(request)).forEach(row -> bills.get(row.get("ProviderName")).add(row));
        return bills;
    }

    static RowSums of(Provider provider, Map<String, RowSums> bills) {
        return bills.get(provider.focusName());
    }

    private static List<Map<String, String>> rows(Bytes bytes) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (MappingIterator<String[]> read = new CsvMapper().readerForArrayOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY).with(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
                .readValues(bytes.read())) {
            String[] header = read.next();
            while (read.hasNext()) {
                String[] cells = read.next();
                Map<String, String> row = new TreeMap<>();
                for (int i = 0; i < header.length; i++) {
                    if (cells[i] != null) {
                        row.put(header[i], cells[i]);
                    }
                }
                rows.add(row);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rows;
    }

    private void add(Map<String, String> row) {
        total.add(row);
        // What is no sub account's is the payer's.
        String named = row.get("SubAccountId");
        SubAccount account = named == null ? payer : accounts.get(named);
        group(Dimension.SERVICE, row.get("ServiceName")).add(row);
        group(Dimension.SERVICE_CATEGORY, row.get("ServiceCategory")).add(row);
        group(Dimension.MONTH, row.get("BillingPeriodStart").substring(0, 7)).add(row);
        group(Dimension.TEAM, account.team().name()).add(row);
        group(Dimension.ENVIRONMENT, account.environment().label()).add(row);
        group(Dimension.CHARGE_CATEGORY, row.get("ChargeCategory")).add(row);
        BigDecimal cost = new BigDecimal(row.get("EffectiveCost"));
        tagged = row.containsKey("Tags") ? tagged.add(cost) : tagged;
        if (row.get("ChargeCategory").equals("Usage")) {
            addUsage(row, cost, row.get("CommitmentDiscountStatus"));
        }
    }

    private void addUsage(Map<String, String> row, BigDecimal cost, @Nullable String status) {
        if ("Unused".equals(status)) {
            unused = unused.add(cost);
            return;
        }
        BigDecimal contracted = new BigDecimal(row.get("ContractedCost"));
        if (row.get("InvoiceIssuerName").equals(row.get("ProviderName"))) {
            list = list.add(new BigDecimal(row.get("ListCost")));
            effective = effective.add(cost);
        } else {
            elsewhere = elsewhere.add(new BigDecimal(row.get("ListCost")));
        }
        if ("Used".equals(status)) {
            used = used.add(cost);
            covered = covered.add(contracted);
        }
        if (eligible.isSku(row.get("SkuId")) && !row.get("PricingCategory").equals("Dynamic")
                && !"Correction".equals(row.get("ChargeClass"))) {
            eligibleCost = eligibleCost.add(contracted);
        }
    }

    private Sums group(Dimension dimension, String name) {
        return tables.computeIfAbsent(dimension, none -> new TreeMap<>()).computeIfAbsent(name, none -> new Sums());
    }

    static String text(Costs costs) {
        Costs.Local local = costs.local();
        return costs.rows() + " " + (local == null
                ? ""
                : plain(local.billed(), local.effective(), local.list(), local.contracted(), local.tax()) + " ")
                + plain(costs.usd());
    }

    private static String plain(BigDecimal... numbers) {
        StringBuilder text = new StringBuilder();
        for (BigDecimal number : numbers) {
            text.append(text.length() == 0 ? "" : " ").append(number.signum() == 0
                    ? "0"
                    : number.stripTrailingZeros().toPlainString());
        }
        return text.toString();
    }
}
