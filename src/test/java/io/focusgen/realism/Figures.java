package io.focusgen.realism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Rates;
import io.focusgen.generate.Spread;
import io.focusgen.testing.Bill;

/** What can be said of the rows of a bill, row by row. */
final class Figures {

    private static final Pattern KEY = Pattern.compile("\"([^\"]+)\":");

    private final List<String> prefixes;
    private final double[] billed;
    private final int rows;
    private final Map<String, Integer> byCategory = new TreeMap<>();
    private final Map<String, Integer> byService = new TreeMap<>();
    private final Map<String, Integer> byAccount = new TreeMap<>();
    private final Map<String, Integer> byRegion = new TreeMap<>();
    private final Map<String, Integer> byResource = new TreeMap<>();
    private final Map<String, Set<String>> listPrices = new TreeMap<>();
    private final double[] byHour = new double[24];
    private int free;
    private int negative;
    private int otherNegative;
    private int untagged;
    private int committed;

    Figures(Bill bill) {
        prefixes = bill.plan().company().providerTagPrefixes();
        rows = bill.lines().stream().mapToInt(line -> line.charge().rows()).sum();
        billed = new double[rows];
        int row = 0;
        for (Bill.Line line : bill.lines()) {
            Spread quantity = line.charge().quantity();
            Rates rates = line.charge().rates();
            count(line);
            for (int i = 0; i < quantity.count(); i++) {
                billed[row] = cost(rates.billed(), quantity, i);
                free += cost(rates.list(), quantity, i) == 0 ? 1 : 0;
                if (billed[row] < 0) {
                    negative++;
                    boolean known = line.is(FocusColumn.CHARGE_CATEGORY, "Credit")
                            || line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment")
                            || line.is(FocusColumn.CHARGE_CLASS, "Correction");
                    otherNegative += known ? 0 : 1;
                }
                if (line.isUsage() && line.charge().periodsOfRow() == 1 && line.charge().period() == null) {
                    byHour[quantity.period(i) % 24] += billed[row];
                }
                row++;
            }
        }
    }

    private void count(Bill.Line line) {
        int count = line.charge().rows();
        add(byCategory, line.get(FocusColumn.CHARGE_CATEGORY), count);
        add(byService, line.get(FocusColumn.SERVICE_NAME), count);
        add(byAccount, line.get(FocusColumn.SUB_ACCOUNT_ID), count);
        add(byRegion, line.get(FocusColumn.REGION_ID), count);
        boolean usual = line.isUsage() && line.get(FocusColumn.CHARGE_CLASS) == null;
        add(byResource, usual ? line.get(FocusColumn.RESOURCE_ID) : null, count);
        untagged += tagged(line.get(FocusColumn.TAGS)) ? 0 : count;
        committed += line.is(FocusColumn.PRICING_CATEGORY, "Committed") ? count : 0;
        String price = line.get(FocusColumn.SKU_PRICE_ID);
        if (price != null) {
            listPrices.computeIfAbsent(price, none -> new TreeSet<>())
                    .add(String.valueOf(line.get(FocusColumn.LIST_UNIT_PRICE)));
        }
    }

    /** Whether a key stands there that somebody set, and not the provider. */
    private boolean tagged(@Nullable String tags) {
        return tags != null && KEY.matcher(tags).results()
                .anyMatch(key -> prefixes.stream().noneMatch(prefix -> key.group(1).startsWith(prefix)));
    }

    private static void add(Map<String, Integer> counts, @Nullable String key, int count) {
        if (key != null) {
            counts.merge(key, count, Integer::sum);
        }
    }

    private static double cost(Decimal unit, Spread quantity, int index) {
        return unit.toBigDecimal().doubleValue() * quantity.units(index) / Math.pow(10, quantity.scale());
    }

    int rows() {
        return rows;
    }

    /** Share of the rows of a category. */
    double category(String name) {
        return (double) byCategory.getOrDefault(name, 0) / rows;
    }

    /** Share of the rows whose ListCost is 0. */
    double free() {
        return (double) free / rows;
    }

    /** Share of the rows whose BilledCost is below 0. */
    double negative() {
        return (double) negative / rows;
    }

    /** Rows below 0 that are neither credit nor adjustment nor correction. */
    int otherNegative() {
        return otherNegative;
    }

    /** Share of the rows under a commitment. */
    double committed() {
        return (double) committed / rows;
    }

    /** Share of the rows on which nobody but the provider set a tag. */
    double untagged() {
        return (double) untagged / rows;
    }

    /** Powers of ten between the smallest and the largest positive BilledCost. */
    double decades() {
        return Math.log10(positive().max().orElseThrow() / positive().min().orElseThrow());
    }

    /** The log10 of a quantile of positive BilledCost. */
    double quantile(double share) {
        double[] sorted = positive().sorted().toArray();
        return Math.log10(sorted[(int) Math.min(sorted.length - 1, share * sorted.length)]);
    }

    private DoubleStream positive() {
        return Arrays.stream(billed).filter(cost -> cost > 0);
    }

    /** Share of the cost that the dearest rows have. @param share of the rows */
    double top(double share) {
        double[] sorted = billed.clone();
        Arrays.sort(sorted);
        int first = (int) Math.round(sorted.length * (1 - share));
        return Arrays.stream(sorted, first, sorted.length).sum() / Arrays.stream(sorted).sum();
    }

    /** SkuPriceIds with more than one ListUnitPrice. */
    long pricesThatDiffer() {
        return listPrices.values().stream().filter(prices -> prices.size() > 1).count();
    }

    /** Rows of the middle resource. */
    int medianRowsOfResource() {
        return byResource.values().stream().sorted().skip(byResource.size() / 2).findFirst().orElseThrow();
    }

    int resources() {
        return byResource.size();
    }

    int accounts() {
        return byAccount.size();
    }

    int services() {
        return byService.size();
    }

    int regions() {
        return byRegion.size();
    }

    /** The share of the rows that the largest accounts have, largest first. */
    List<Double> largestAccounts(int count) {
        return byAccount.values().stream().sorted(Comparator.reverseOrder()).limit(count)
                .map(each -> (double) each / rows).toList();
    }

    /** The hour of the day, in UTC, that costs most; of daily bills the first. */
    int dearestHour() {
        int dearest = 0;
        for (int hour = 1; hour < byHour.length; hour++) {
            dearest = byHour[hour] > byHour[dearest] ? hour : dearest;
        }
        return dearest;
    }
}
