package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** More rows are more resources of the same company, and its resources are there month after month. */
class SameCompanyTest {

    private static final FocusColumn[] IDENTITY = {FocusColumn.RESOURCE_NAME, FocusColumn.RESOURCE_TYPE,
            FocusColumn.SERVICE_NAME, FocusColumn.REGION_ID, FocusColumn.AVAILABILITY_ZONE, FocusColumn.SUB_ACCOUNT_ID,
            FocusColumn.SUB_ACCOUNT_NAME, FocusColumn.BILLING_ACCOUNT_ID, FocusColumn.TAGS};

    static Stream<Arguments> pairs() {
        Request hourly = Request.rows(10_000).hourly().seed(91);
        Request daily = Request.rows(1_000).daily().profile(Profile.ENTERPRISE).distribution(Distribution.ML_FOCUSED)
                .seed(-92);
        Request monthly = Request.rows(30).monthly().profile(Profile.GREENFIELD).distribution(Distribution.BALANCED)
                .seed(93);
        return Stream.of(
                pair(hourly, hourly.withRows(20_011)),
                pair(hourly.withRows(20_011), hourly.withRows(250_000)),
                pair(daily, daily.withRows(2_999)),
                pair(daily, daily.withRows(3_000)),
                pair(daily.withRows(3_000), daily.withRows(60_000)),
                pair(monthly, monthly.withRows(100)),
                pair(monthly.withRows(3_000), monthly.withRows(20_000)),
                // Neither the grain of the rows, nor the month, nor the money, nor commitments change who is there.
                pair(monthly.withRows(200), monthly.daily().withRows(20_000)),
                pair(daily, daily.hourly().withRows(200_000)),
                pair(hourly, hourly.withRows(30_000).month("2031-02").budget("5000000").coverage("0")));
    }

    private static Arguments pair(Request small, Request large) {
        Named<Request> named = named(small.toString(), small);
        return Arguments.of(named, named(large.toString(), large));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theResourcesOfASmallerRequestAreInTheLarger(Request small, Request large) {
        Map<String, List<String>> few = core(small);
        Map<String, List<String>> many = core(large);
        assertThat(few).isNotEmpty();
        assertThat(many).hasSizeGreaterThan(few.size());
        few.forEach((id, identity) -> assertThat(many.get(id)).as(id).isEqualTo(identity));
    }

    /** One more row may be a tax row, a purchase or a credit that takes the place of a few resources, the last ones; all
     * covered fleets begin to run beyond their commitments at once. */
    @Test
    void requestsOfNearlyTheSameSizeDifferInTheirLastResourcesOnly() {
        Request request = Request.rows(1).seed(98);
        for (Granularity granularity : Granularity.values()) {
            for (long rows : new long[]{1, 29, 30, 99, 100, 207, 299, 300, 999, 1_000, 2_999, 3_000, 9_999, 10_000}) {
                Set<String> some = core(request.granularity(granularity).withRows(rows)).keySet();
                Set<String> more = core(request.granularity(granularity).withRows(rows + 1)).keySet();
                assertThat(some.containsAll(more) || more.containsAll(some)).as("%s from %d rows on", granularity, rows)
                        .isTrue();
                if (granularity.mostPeriods() > 1 || rows > 30) {
                    assertThat(some.size() - more.size()).as("%s from %d rows on", granularity, rows)
                            .isLessThanOrEqualTo(rows == 2_999 ? 32 : 8);
                }
            }
        }
    }

    @Test
    void anotherSeedOrProfileIsAnotherCompany() {
        Request request = Request.rows(1_000).monthly().seed(94);
        Set<String> resources = core(request).keySet();
        for (Request other : List.of(request.seed(95), request.profile(Profile.STARTUP),
                request.distribution(Distribution.NETWORK_HEAVY))) {
            assertThat(core(other).keySet()).as(other.toString()).doesNotContainAnyElementsOf(resources);
        }
    }

    @Test
    void resourcesHaveNamesAndIdsOfTheirOwn() {
        Map<String, List<String>> resources = core(Request.rows(30_000).monthly().seed(96));
        assertThat(resources).hasSizeGreaterThan(5_000);
        assertThat(resources.values().stream().map(identity -> identity.get(0)).distinct().count())
                .isEqualTo(resources.size());
    }

    static Stream<Named<Request>> windows() {
        return Stream.of(
                Request.rows(10_000).hourly(), Request.rows(100_000).hourly().profile(Profile.ENTERPRISE),
                Request.rows(1_000).daily(), Request.rows(10_000).daily().profile(Profile.STARTUP),
                Request.rows(30).monthly(), Request.rows(3_000).monthly().profile(Profile.ML_AI))
                .map(request -> request.seed(97).month("2025-12").months(4))
                .map(request -> named(request.toString(), request));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void fourFifthsOfTheResourcesOfAMonthAreThereInEveryMonth(Request window) {
        Plan plan = Plan.of(window.bill());
        int most = 0;
        Set<String> always = null;
        for (int month = 0; month < 4; month++) {
            Set<String> there = Bill.of(plan, window.spec().firstMonth().plus(month)).lines().stream()
                    .map(line -> line.get(FocusColumn.RESOURCE_ID)).filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            most = Math.max(most, there.size());
            if (always == null) {
                always = new HashSet<>(there);
            }
            always.retainAll(there);
        }
        assertThat(always.size()).isGreaterThanOrEqualTo((int) Math.ceil(0.8 * most));
    }

    @Test
    void theCoreIsThereInEveryYear() {
        Request request = Request.rows(1_000).daily().seed(99);
        assertThat(core(request.month("2015-01")).keySet()).isEqualTo(core(request.month("2048-02")).keySet());
    }

    @Test
    void theMedianResourceOfAnHourlyMonthHasTwentyFourRows() {
        for (long rows : new long[]{10_000, 40_000, 200_000}) {
            for (Profile profile : Profile.values()) {
                Request request = Request.rows(rows).hourly().profile(profile).seed(100);
                Map<String, Integer> counts = new TreeMap<>();
                for (Bill.Line line : Bill.of(request).lines()) {
                    String id = line.get(FocusColumn.RESOURCE_ID);
                    if (id != null) {
                        counts.merge(id, line.charge().rows(), Integer::sum);
                    }
                }
                int[] sorted = counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
                assertThat(sorted[sorted.length / 2]).as(request.toString()).isGreaterThanOrEqualTo(24);
            }
        }
    }

    /** What identifies each resource of the slices that live all month and in every month. */
    private static Map<String, List<String>> core(Request request) {
        Bill bill = Bill.of(request);
        int slices = bill.plan().structure().coreSlices();
        Map<String, List<String>> resources = new TreeMap<>();
        for (Bill.Line line : bill.lines()) {
            String id = line.get(FocusColumn.RESOURCE_ID);
            if (id != null && line.slice() < slices) {
                List<String> identity = Arrays.stream(IDENTITY).map(column -> String.valueOf(line.get(column)))
                        .toList();
                assertThat(resources.putIfAbsent(id, identity)).as(id).isIn(null, identity);
            }
        }
        return resources;
    }
}
