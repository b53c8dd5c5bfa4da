package io.focusgen.bench;

/** The same Google bill in euros and in dollars: prices and costs get more digits, and a column is divided. */
final class CurrencySection {

    private static final long ROWS = 25_000_000;

    private final Effort effort;
    private final Report report;

    CurrencySection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws Exception {
        Stretches euros = new Stretches(Request.local(ROWS, 42, "EUR"), effort.rows());
        Stretches dollars = new Stretches(Request.local(ROWS, 42, "USD"), effort.rows());
        Series inEuros = new Series();
        Series inDollars = new Series();
        for (int round = 0; round < effort.warmUps() + effort.pairs(); round++) {
            boolean counted = round >= effort.warmUps();
            if (round % 2 == 0) {
                measure(euros, inEuros, counted);
                measure(dollars, inDollars, counted);
            } else {
                measure(dollars, inDollars, counted);
                measure(euros, inEuros, counted);
            }
        }
        report.add(Gate.atLeast("a Google bill in EUR against the same in USD", "x rows/CPU s", 0.7, 0.9),
                inEuros.over(inDollars), Series.number(inEuros.median()) + " against "
                        + Series.number(inDollars.median()) + " rows/CPU s");
    }

    private static void measure(Stretches data, Series rates, boolean counted) throws Exception {
        NullSink sink = NullSink.counting();
        Cost cost = Cost.of(() -> data.encode(sink));
        if (counted) {
            rates.add(cost.rowsPerCpuSecond());
        }
    }
}
