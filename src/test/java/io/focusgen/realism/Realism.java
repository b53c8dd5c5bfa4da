package io.focusgen.realism;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Prints what real bills look like beside three default requests. */
public final class Realism {

    private static final String LINE = "%-46s %16s %16s %16s %16s%n";

    /**
     * A line of the table.
     *
     * @param real of a thousand anonymised rows of the FOCUS 1.0 sample, mostly hourly AWS; empty where such a sample cannot say
     */
    private record Row(String name, String real, Function<Figures, String> ours) {
    }

    private static final List<Row> TABLE = List.of(
            new Row("rows", "1000", figures -> Integer.toString(figures.rows())),
            new Row("Usage, % of rows", "99.7", figures -> perCent(figures.category("Usage"))),
            new Row("Purchase, % of rows", "", figures -> perCent(figures.category("Purchase"))),
            new Row("Tax, % of rows", "", figures -> perCent(figures.category("Tax"))),
            new Row("Credit, % of rows", "0.1", figures -> perCent(figures.category("Credit"))),
            new Row("under commitments, % of rows", "0.4", figures -> perCent(figures.committed())),
            new Row("ListCost zero, % of rows", "31", figures -> perCent(figures.free())),
            new Row("BilledCost negative, % of rows", "1.3", figures -> perCent(figures.negative())),
            new Row("positive BilledCost, decades", "8.9", figures -> number(figures.decades())),
            new Row("  log10 of its median", "-4.5", figures -> number(figures.quantile(0.5))),
            new Row("  log10 of its 99 % quantile", "0.1", figures -> number(figures.quantile(0.99))),
            new Row("cost in the top 1 % of rows, %", "63", figures -> perCent(figures.top(0.01))),
            new Row("cost in the top 10 % of rows, %", "98", figures -> perCent(figures.top(0.1))),
            new Row("SkuPriceIds with several list prices", "0", figures -> Long.toString(figures.pricesThatDiffer())),
            new Row("accounts", "73", figures -> Integer.toString(figures.accounts())),
            new Row("largest two accounts, % of rows", "22.5 21.5", figures -> figures.largestAccounts(2).stream()
                    .map(Realism::perCent).reduce((a, b) -> a + " " + b).orElse("")),
            new Row("services", "33", figures -> Integer.toString(figures.services())),
            new Row("regions", "25", figures -> Integer.toString(figures.regions())),
            new Row("resources", "842", figures -> Integer.toString(figures.resources())),
            new Row("rows of the middle resource", "", figures -> Integer.toString(figures.medianRowsOfResource())),
            new Row("without tags, % of rows", "28.9", figures -> perCent(figures.untagged())),
            new Row("dearest hour of the day, UTC", "", figures -> Integer.toString(figures.dearestHour())));

    private Realism() {
    }

    /** The three default requests that are shown. */
    static List<Request> requests() {
        return List.of(Request.rows(100_000).hourly(), Request.rows(10_000).daily().providers("azure"),
                Request.rows(10_000).daily().providers("gcp"));
    }

    public static void main(String... arguments) {
        List<Figures> figures = requests().stream().map(request -> new Figures(Bill.of(request))).toList();
        System.out.printf(Locale.ROOT, LINE, "", "real sample", "aws hourly", "azure daily", "gcp daily");
        for (Row row : TABLE) {
            System.out.printf(Locale.ROOT, LINE, row.name, row.real, row.ours.apply(figures.get(0)),
                    row.ours.apply(figures.get(1)), row.ours.apply(figures.get(2)));
        }
    }

    private static String perCent(double share) {
        return number(100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
