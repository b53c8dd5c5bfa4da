package io.focusgen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.catalog.Provider;
import io.focusgen.conform.Conformance;
import io.focusgen.conform.CsvForm;
import io.focusgen.conform.Options;
import io.focusgen.conform.Report;
import io.focusgen.estate.Driver;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.plan.BusinessDrivers;
import io.focusgen.plan.Plan;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Bytes;

/** The promise of the scenario migration. */
class MigrationScenarioTest {

    private static final Scenes SCENES = Scenes.of("migration");
    private static final int MONTHS = 7;
    private static final int LAST = MONTHS - 1;

    private static double billed(String provider, int month) {
        return SCENES.bill(provider, month).billedBeforeTax().doubleValue();
    }

    @Test
    void oneCloudFallsAndTheOtherRises() {
        assertThat(SCENES.spec().months()).isEqualTo(MONTHS);
        assertThat(SCENES.spec().firstMonth()).hasToString("2025-09");
        for (int month = 2; month < MONTHS; month++) {
            assertThat(billed("aws", month)).isLessThan(billed("aws", month - 1));
            assertThat(billed("gcp", month)).isGreaterThan(billed("gcp", month - 1));
        }
        assertThat(billed("aws", LAST) / billed("aws", 0)).isBetween(0.25, 0.3);
        assertThat(billed("gcp", 0) / billed("gcp", LAST)).isBetween(0.1, 0.15);
    }

    @Test
    void bothArePaidInTheMiddleAndNoMoreThanBeforeInTheEnd() {
        List<Double> sums = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            sums.add((billed("aws", month) + billed("gcp", month)) / (billed("aws", 0) + billed("gcp", 0)));
        }
        assertThat(sums.subList(2, 5)).allMatch(sum -> sum > 1.2);
        assertThat(sums).allMatch(sum -> sum < 1.4);
        assertThat(sums.get(LAST)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void everyMonthMeetsItsTarget(String provider) {
        for (int month = 0; month < MONTHS; month++) {
            Bill bill = SCENES.bill(provider, month);
            String asked = String.valueOf(SCENES.spec().budget().of(Provider.of(provider))).substring(1);
            assertThat(bill.plan().budget()).isEqualByComparingTo(asked);
            double factor = bill.plan().spec().trend().factor(SCENES.spec().firstMonth().plus(month), 0);
            assertThat(bill.billedBeforeTax()).isCloseTo(new BigDecimal(asked).multiply(BigDecimal.valueOf(factor)),
                    Percentage.withPercentage(0.5));
        }
    }

    @Test
    void whatTheFormerCloudWasPromisedIsPaidAndLessAndLessUsed() {
        BigDecimal perHour = null;
        List<Double> utilisations = new ArrayList<>();
        List<Double> unused = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            BigDecimal hours = BigDecimal.valueOf(SCENES.spec().firstMonth().plus(month).hours());
            List<Bill.Line> lines = SCENES.bill("aws", month).lines().stream().filter(Bill.Line::isCommitment)
                    .toList();
            BigDecimal fees = sum(lines.stream().map(Bill.Line::billed).toList());
            if (perHour != null) {
                assertThat(fees).isCloseTo(perHour.multiply(hours), Percentage.withPercentage(1e-9));
            }
            perHour = fees.divide(hours, MathContext.DECIMAL64);
            BigDecimal idle = sum(lines.stream().filter(Bill.Line::isUnused).map(Bill.Line::effective).toList());
            unused.add(idle.divide(hours, MathContext.DECIMAL64).doubleValue());
            utilisations.add(1 - idle.doubleValue() / fees.doubleValue());
        }
        assertThat(utilisations.subList(0, 3)).allMatch(used -> used > 0.9);
        for (int month = 1; month < MONTHS; month++) {
            assertThat(utilisations.get(month)).isLessThan(utilisations.get(month - 1) + 1e-3);
        }
        assertThat(utilisations.get(LAST)).isLessThan(0.6);
        assertThat(unused.get(LAST)).isGreaterThan(5 * unused.get(0));
        assertThat(unused.get(LAST)).isGreaterThan(unused.get(LAST - 1));
        assertThat(unused.get(LAST - 1)).isGreaterThan(unused.get(LAST - 2));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a tool needs to follow a team from one cloud into the other, and an application unless it is given up. */
    @Test
    void teamsAndApplicationsHaveTheSameNamesInBoth() {
        DatasetSpec named = SpecReader.read(Map.of("scenario", List.of("migration"), "customColumns",
                List.of("x_Team:organisation:team", "x_Application:organisation:application"), "month",
                List.of(SCENES.spec().firstMonth().toString())), new Defaults(YearMonth.of(2026, 3), () -> 7));
        for (CustomColumn column : named.customColumns()) {
            SortedMap<String, BigDecimal> former = costs(named, 0, column);
            SortedMap<String, BigDecimal> later = costs(named, 1, column);
            BigDecimal followed = sum(former.entrySet().stream().filter(entry -> later.containsKey(entry.getKey()))
                    .map(Map.Entry::getValue).toList());

            assertThat(former).hasSizeGreaterThanOrEqualTo(8);
            assertThat(followed.doubleValue() / sum(List.copyOf(former.values())).doubleValue()).as(column.id())
                    .isGreaterThan(column.id().equals("x_Team") ? 0.999 : 0.8);
        }
    }

    private static SortedMap<String, BigDecimal> costs(DatasetSpec named, int cloud, CustomColumn column) {
        SortedMap<String, BigDecimal> costs = new TreeMap<>();
        for (Bill.Line line : Bill.of(Plan.of(named.bills().get(cloud))).lines()) {
            String name = line.get(column);
            if (name != null && line.isUsage()) {
                costs.merge(name, line.effective(), BigDecimal::add);
            }
        }
        return costs;
    }

    @Test
    void businessGoesOn() {
        SortedMap<String, Long> months = new TreeMap<>();
        BusinessDrivers.of(SCENES.spec()).visit(day -> {
            if (day.driver() == Driver.REQUESTS) {
                months.merge(day.date().toString().substring(0, 7), day.value(), Long::sum);
            }
        });
        long usual = months.get("2025-09");
        assertThat(months).hasSize(MONTHS)
                .allSatisfy((month, requests) -> assertThat(requests).as(month).isEqualTo(usual));
    }

    @Test
    void itIsTrue() throws IOException {
        BlockSource blocks = PlannedExport.of(SCENES.spec()).blocks(Format.CSV);
        List<InputStream> bytes = new ArrayList<>();
        for (long block = 0; block < blocks.blocks(); block++) {
            bytes.add(new ByteArrayInputStream(Bytes.of(blocks, block).toArray()));
        }
        Report report = Conformance.check(FocusVersion.V1_2, Options.COMPLETE.withAscii(), CsvForm.PLAIN,
                new SequenceInputStream(Collections.enumeration(bytes)));

        assertThat(report.findings()).isEmpty();
        assertThat(report.rows()).isEqualTo(2 * MONTHS * 10_000L);
    }
}
