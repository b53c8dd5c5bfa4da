package io.focusgen.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Provider;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Request;

/** Every number of a summary against the rows of the file, added up one by one. */
class SummaryTest {

    private static final Request TWO_CURRENCIES = Request.rows(6_000).providers("aws", "azure", "gcp").currency("EUR")
            .months(2)
            .seed(71);

    static Stream<Named<Request>> requests() {
        Request every = Request.rows(4_000).providers(Provider.labels().toArray(String[]::new)).seed(72);
        return Stream.of(
                TWO_CURRENCIES,
                every.daily(),
                every.monthly().sellersInvoice().withRows(30_000),
                every.daily().currency("JPY").month("2024-02").profile(Profile.ENTERPRISE),
                every.monthly().withRows(2_000).currency("GBP").months(3).distribution(Distribution.ML_FOCUSED),
                Request.rows(50_000).providers("gcp").hourly().currency("INR").profile(Profile.ML_AI).seed(73),
                Request.rows(12_000).hourly().profile(Profile.DATA_HEAVY).coverage("0.9").utilisation("0.7").seed(74),
                Request.rows(3_000).daily().budget("9000000000").coverage("0").seed(75),
                Request.rows(3_000).providers("gcp").currency("JPY").daily().budget("9000000000").coverage("0")
                        .seed(76),
                Request.rows(5).providers("gcp").currency("EUR").monthly().budget("10000000000").coverage("0")
                        .months(120).seed(79),
                Request.rows(40).profile(Profile.STARTUP).months(2).seed(77),
                Request.rows(1).seed(78)).map(request -> named(request.toString(), request));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyNumberIsThatOfTheRows(Request request) {
        DatasetPlan plan = DatasetPlan.of(request.spec());
        Summary summary = Summary.of(plan, () -> false);
        Map<String, RowSums> rows = RowSums.of(request, plan);
        for (int i = 0; i < plan.bills().size(); i++) {
            Provider provider = plan.bills().get(i).spec().provider();
            Breakdown bill = summary.bills().get(i);
            assertThat(bill.provider()).isEqualTo(provider.label());
            assertThat(bill.currency()).isEqualTo(plan.bills().get(i).spec().currency().code());
            assertSame(bill, RowSums.of(provider, rows));
        }
        assertTotal(summary, List.copyOf(rows.values()));
    }

    /** What a seller invoices is paid elsewhere: it has a list price here and no cost, and nobody saves that. */
    @Test
    void nothingIsSavedByWhatSomebodyElseInvoices() {
        Request request = Request.rows(30_000).daily().profile(Profile.ENTERPRISE).seed(80).sellersInvoice();
        DatasetPlan plan = DatasetPlan.of(request.spec());
        RowSums rows = RowSums.of(request, plan).values().iterator().next();
        KpiSums sums = Summary.of(plan, () -> false).bills().get(0).kpis();

        assertThat(rows.elsewhere).isGreaterThan(BigDecimal.valueOf(1_000));
        assertThat(sums).isNotNull();
        assertThat(sums.list()).isEqualByComparingTo(rows.list);
        assertThat(Kpi.SAVINGS.of(sums)).isEqualByComparingTo(
                rows.list.subtract(rows.effective).subtract(rows.unused));
    }

    private static void assertSame(Breakdown bill, RowSums rows) {
        assertThat(RowSums.text(bill.costs())).isEqualTo(rows.total.text(true));
        assertThat(texts(bill)).isEqualTo(texts(rows.tables, true));
        assertThat(bill.tables()).containsOnlyKeys(Dimension.values());
        KpiSums sums = bill.kpis();
        assertThat(sums).isNotNull();
        assertThat(Kpi.SAVINGS.of(sums)).isEqualByComparingTo(
                rows.list.subtract(rows.effective).subtract(rows.unused));
        assertShare(Kpi.EFFECTIVE_SAVINGS_RATE, sums, rows.list.subtract(rows.effective).subtract(rows.unused),
                rows.list);
        assertShare(Kpi.COMMITMENT_UTILISATION, sums, rows.used, rows.used.add(rows.unused));
        assertShare(Kpi.COMMITMENT_COVERAGE, sums, rows.covered, rows.eligibleCost);
        assertShare(Kpi.TAGGED_SHARE, sums, rows.tagged, new BigDecimal(rows.total.text(true).split(" ")[2]));
    }

    private static void assertShare(Kpi kpi, KpiSums sums, BigDecimal part, BigDecimal whole) {
        BigDecimal value = kpi.of(sums);
        if (whole.signum() == 0) {
            assertThat(value).as(kpi.label()).isNull();
        } else {
            assertThat(value).as(kpi.label()).isEqualTo(part.divide(whole, 6, RoundingMode.HALF_UP));
        }
    }

    private static void assertTotal(Summary summary, List<RowSums> bills) {
        boolean local = summary.bills().stream().map(Breakdown::currency).distinct().count() == 1;
        Map<Dimension, Map<String, RowSums.Sums>> tables = new EnumMap<>(Dimension.class);
        RowSums.Sums whole = new RowSums.Sums();
        for (RowSums bill : bills) {
            whole.add(bill.total);
            bill.tables.forEach((dimension, table) -> {
                if (dimension != Dimension.SERVICE) {
                    table.forEach((name, sums) -> tables.computeIfAbsent(dimension, none -> new TreeMap<>())
                            .computeIfAbsent(name, none -> new RowSums.Sums()).add(sums));
                }
            });
        }
        Breakdown total = summary.total();
        assertThat(total.provider()).isNull();
        assertThat(total.currency()).isEqualTo(local ? summary.bills().get(0).currency() : null);
        assertThat(total.costs().local() != null).isEqualTo(local);
        assertThat(total.kpis() != null).isEqualTo(local);
        assertThat(RowSums.text(total.costs())).isEqualTo(whole.text(local));
        assertThat(texts(total)).isEqualTo(texts(tables, local));
    }

    private static Map<Dimension, Map<String, String>> texts(Breakdown breakdown) {
        Map<Dimension, Map<String, String>> texts = new EnumMap<>(Dimension.class);
        breakdown.tables().forEach((dimension, groups) -> {
            Map<String, String> table = new TreeMap<>();
            groups.forEach(group -> assertThat(table.put(group.name(), RowSums.text(group.costs()))).isNull());
            texts.put(dimension, table);
        });
        return texts;
    }

    private static Map<Dimension, Map<String, String>> texts(Map<Dimension, Map<String, RowSums.Sums>> tables,
            boolean local) {
        Map<Dimension, Map<String, String>> texts = new EnumMap<>(Dimension.class);
        tables.forEach((dimension, groups) -> {
            Map<String, String> table = new TreeMap<>();
            groups.forEach((name, sums) -> table.put(name, sums.text(local)));
            texts.put(dimension, table);
        });
        return texts;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theGroupsOfEveryTableAddUpToTheWhole(Request request) {
        Summary summary = Summary.of(DatasetPlan.of(request.spec()), () -> false);
        List<Breakdown> breakdowns = new ArrayList<>(summary.bills());
        breakdowns.add(summary.total());
        for (Breakdown breakdown : breakdowns) {
            breakdown.tables().forEach((dimension, groups) -> {
                Costs sum = groups.stream().map(Group::costs).reduce(Costs.NONE, Costs::plus);
                assertThat(RowSums.text(sum)).as(dimension.table()).isEqualTo(RowSums.text(breakdown.costs()));
            });
        }
    }

    @Test
    void someTablesHaveManyGroups() {
        Breakdown total = Summary.of(DatasetPlan.of(TWO_CURRENCIES.spec()), () -> false).total();
        assertThat(total.tables().get(Dimension.TEAM)).hasSizeGreaterThan(5);
        assertThat(total.tables().get(Dimension.ENVIRONMENT)).hasSizeGreaterThan(1);
        assertThat(total.tables().get(Dimension.CHARGE_CATEGORY)).hasSize(5);
    }

    @Test
    void tablesBeginWithTheDearestAndMonthsWithTheFirst() {
        Summary summary = Summary.of(DatasetPlan.of(TWO_CURRENCIES.spec()), () -> false);
        List<Breakdown> breakdowns = new ArrayList<>(summary.bills());
        breakdowns.add(summary.total());
        for (Breakdown breakdown : breakdowns) {
            breakdown.tables().forEach((dimension, groups) -> {
                if (dimension == Dimension.MONTH) {
                    assertThat(groups).extracting(Group::name).containsExactly("2026-01", "2026-02");
                } else {
                    assertThat(groups).as(dimension.table()).isNotEmpty()
                            .isSortedAccordingTo((a, b) -> b.costs().size().compareTo(a.costs().size()));
                }
            });
        }
    }

    @Test
    void everyServiceNamesItsCategory() {
        Summary summary = Summary.of(DatasetPlan.of(TWO_CURRENCIES.spec()), () -> false);
        for (Breakdown bill : summary.bills()) {
            Map<String, Long> byCategory = new LinkedHashMap<>();
            bill.tables().get(Dimension.SERVICE).forEach(service -> byCategory
                    .merge(String.valueOf(service.serviceCategory()), service.costs().rows(), Long::sum));
            Map<String, Long> categories = new LinkedHashMap<>();
            bill.tables().get(Dimension.SERVICE_CATEGORY)
                    .forEach(category -> categories.put(category.name(), category.costs().rows()));
            assertThat(byCategory).isEqualTo(categories);
        }
    }

    @Test
    void aShardIsSummedUpAsTheWhole() {
        Request whole = Request.rows(20_000).daily().seed(79);
        assertThat(Summary.of(DatasetPlan.of(whole.shard(2, 3).spec()), () -> false))
                .isEqualTo(Summary.of(DatasetPlan.of(whole.spec()), () -> false));
    }

    @Test
    void itStopsBetweenSlicesWhenNobodyWantsItAnyMore() {
        DatasetPlan plan = DatasetPlan.of(Request.rows(20_000).daily().seed(80).spec());
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> Summary.of(plan, () -> asked.incrementAndGet() == 5))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(5);
    }
}
