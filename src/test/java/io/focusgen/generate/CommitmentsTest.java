package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.catalog.Provider;
import io.focusgen.estate.Company;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.spec.RefusedException;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Eligible;
import io.focusgen.testing.Request;

/** How much of the eligible usage is covered, and how much of what was committed is used. */
class CommitmentsTest {

    private static final BigDecimal ONE_POINT = new BigDecimal("0.01");

    private static final Map<Provider, Eligible> ELIGIBLE = Provider.all().stream()
            .collect(Collectors.toMap(provider -> provider, Eligible::new));

    /** What one commitment's rows add up to, in its own unit. */
    private static final class Sums {
        BigDecimal used = BigDecimal.ZERO;
        BigDecimal unused = BigDecimal.ZERO;
        final Set<String> users = new TreeSet<>();
        final Set<Integer> slices = new TreeSet<>();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void defaultsAreMetUnderEveryDistribution(Profile profile) {
        for (Distribution distribution : Distribution.values()) {
            Request request = Request.rows(10_000).profile(profile).distribution(distribution).seed(61);
            for (Provider provider : Provider.all()) {
                assertMeets(request.providers(provider.label()).daily().month("2026-02"), "0.6", "0.92");
            }
            assertMeets(request.hourly(), "0.6", "0.92");
            assertMeets(request.hourly().withRows(120_000), "0.6", "0.92");
        }
    }

    /** Where names end in a number, several of a kind have several. */
    @Test
    void commitmentsOfAKindHaveNamesOfTheirOwn() {
        Bill bill = Bill.of(Request.rows(30_000).providers("azure").profile(Profile.ENTERPRISE).daily().seed(1));
        Set<String> ids = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (Bill.Line line : bill.lines()) {
            String id = line.get(FocusColumn.COMMITMENT_DISCOUNT_ID);
            if (id != null && line.is(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Spend") && ids.add(id)) {
                names.add(String.valueOf(line.get(FocusColumn.COMMITMENT_DISCOUNT_NAME)));
            }
        }
        assertThat(ids).hasSizeGreaterThan(4);
        assertThat(names).hasSizeGreaterThan(ids.size() / 2);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void fourFifthsCanBeCoveredInEveryProfile(Profile profile) {
        for (Distribution distribution : Distribution.values()) {
            Request request = Request.rows(10_000).profile(profile).distribution(distribution).coverage("0.8").seed(62);
            for (Provider provider : Provider.all()) {
                assertMeets(request.providers(provider.label()).daily(), "0.8", "0.92");
            }
            assertMeets(request.hourly(), "0.8", "0.92");
        }
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.5", "0.35, 0.8", "0.5, 0.97", "0.7, 0.66", "0.9, 0.92", "0.95, 1", "0.4, 1"})
    void whatIsAskedForIsMet(String coverage, String utilisation) {
        for (Profile profile : Profile.values()) {
            Request request = Request.rows(20_000).profile(profile).coverage(coverage).utilisation(utilisation).seed(63)
                    .month("2024-02");
            for (Provider provider : Provider.all()) {
                assertMeets(request.providers(provider.label()).daily(), coverage, utilisation);
                if (profile == Profile.ENTERPRISE) {
                    assertMeets(request.withRows(5_000).providers(provider.label()).monthly(), coverage, utilisation);
                }
            }
            assertMeets(request.hourly(), coverage, utilisation);
            assertMeets(request.providers("gcp").hourly(), coverage, utilisation);
        }
    }

    @Test
    void theyAreUsedInSeveralAccountsAndSlicesThatShareAQuota() {
        for (Profile profile : Profile.values()) {
            Bill bill = Bill.of(Request.rows(10_000).daily().profile(profile).seed(64));
            Map<String, Sums> all = sums(bill);
            assertThat(all).as(profile.label()).hasSizeGreaterThanOrEqualTo(2);
            all.values().forEach(sums -> {
                assertThat(sums.slices).isNotEmpty();
            });
            assertThat(bill.lines()).filteredOn(Bill.Line::isCommitment)
                    .extracting(line -> line.get(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY)).contains("Usage", "Spend");
            assertThat(all.values().stream().flatMap(sums -> sums.users.stream()).distinct())
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(all.values().stream().flatMap(sums -> sums.slices.stream()).distinct())
                    .hasSizeGreaterThanOrEqualTo(4);
        }
    }

    /** By the clocks of companies in America, India, Japan and Australia. */
    @ParameterizedTest
    @ValueSource(ints = {-5, 5, 9, 10})
    void byDayEverythingIsUsedAndByNightALittleIsLeft(int utcOffset) {
        Request request = LongStream.iterate(65, seed -> seed + 1)
                .mapToObj(seed -> Request.rows(10_000).hourly().seed(seed))
                .filter(some -> Company.of(some.bill()).domicile().utcOffset() == utcOffset).findFirst().orElseThrow();
        Bill bill = Bill.of(request);
        assertThat(bill.lines()).filteredOn(Bill.Line::isUsed).isNotEmpty().allSatisfy(line -> {
            Spread hours = line.charge().quantity();
            long most = IntStream.range(0, hours.count()).mapToLong(hours::units).max().orElseThrow();
            for (int i = 0; i < hours.count(); i++) {
                assertThat(hours.units(i) * 100).isEqualTo(most * (isWork(hours.period(i), utcOffset) ? 100 : 88));
            }
        });
        assertThat(bill.lines()).filteredOn(Bill.Line::isUnused).isNotEmpty().allSatisfy(line -> {
            Spread hours = line.charge().quantity();
            for (int i = 0; i < hours.count(); i++) {
                assertThat(isWork(hours.period(i), utcOffset)).isFalse();
                assertThat(hours.units(i)).isPositive();
            }
        });
    }

    private static boolean isWork(int hour, int utcOffset) {
        int local = Math.floorMod(hour + utcOffset, 24);
        return local >= 9 && local < 17;
    }

    @Test
    void fullUtilisationLeavesNoUnusedRow() {
        for (Profile profile : Profile.values()) {
            Request request = Request.rows(10_000).profile(profile).utilisation("1").seed(66);
            for (Request shape : new Request[]{request.daily(), request.hourly(), request.monthly()}) {
                Bill bill = Bill.of(shape);
                assertThat(bill.lines()).noneMatch(Bill.Line::isUnused).anyMatch(Bill.Line::isUsed);
                sums(bill).values().forEach(sums -> assertThat(sums.unused).isZero());
            }
        }
    }

    @Test
    void noCoverageIsNoCommitment() {
        for (Profile profile : Profile.values()) {
            Request request = Request.rows(10_000).profile(profile).coverage("0").seed(67);
            for (Request shape : new Request[]{request.daily(), request.hourly(), request.monthly()}) {
                Bill bill = Bill.of(shape);
                assertThat(bill.lines()).noneMatch(Bill.Line::isCommitment);
                assertThat(bill.lines()).noneMatch(line -> line.is(FocusColumn.PRICING_CATEGORY, "Committed"));
                assertThat(bill.plan().coverage()).isZero();
            }
        }
    }

    private static void assertMeets(Request request, String coverage, String utilisation) {
        Bill bill = Bill.of(request);
        BigDecimal eligible = BigDecimal.ZERO;
        BigDecimal covered = BigDecimal.ZERO;
        BigDecimal usedCost = BigDecimal.ZERO;
        BigDecimal unusedCost = BigDecimal.ZERO;
        for (Bill.Line line : bill.lines()) {
            if (ELIGIBLE.get(bill.plan().spec().provider()).is(line)) {
                eligible = eligible.add(line.contracted());
                covered = line.isUsed() ? covered.add(line.contracted()) : covered;
            } else {
                assertThat(line.isUsed()).as("%s covers what is not eligible", request).isFalse();
            }
            usedCost = line.isUsed() ? usedCost.add(line.effective()) : usedCost;
            unusedCost = line.isUnused() ? unusedCost.add(line.effective()) : unusedCost;
        }
        assertThat(share(covered, eligible)).as("coverage of %s", request)
                .isCloseTo(new BigDecimal(coverage), within(ONE_POINT));
        assertThat(bill.plan().coverage()).isCloseTo(new BigDecimal(coverage), within(new BigDecimal("0.0001")));
        assertThat(share(usedCost, usedCost.add(unusedCost))).as("utilisation of %s", request)
                .isCloseTo(new BigDecimal(utilisation), within(ONE_POINT));
        sums(bill).forEach((id, sums) -> {
            assertThat(share(sums.used, sums.used.add(sums.unused))).as("utilisation of %s of %s", id, request)
                    .isEqualByComparingTo(utilisation);
            assertThat(sums.users).as("users of %s of %s", id, request).isNotEmpty();
        });
        assertThat(sums(bill).values().stream().flatMap(sums -> sums.users.stream()).distinct())
                .as("users in %s", request)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static Map<String, Sums> sums(Bill bill) {
        Map<String, Sums> all = new TreeMap<>();
        for (Bill.Line line : bill.lines()) {
            String id = line.get(FocusColumn.COMMITMENT_DISCOUNT_ID);
            if (id == null) {
                continue;
            }
            Sums sums = all.computeIfAbsent(id, first -> new Sums());
            if (line.isUnused()) {
                sums.unused = sums.unused.add(line.committed());
            } else if (line.isUsed()) {
                sums.used = sums.used.add(line.committed());
                sums.users.add(Objects.requireNonNull(line.get(FocusColumn.SUB_ACCOUNT_ID)));
                sums.slices.add(line.slice());
            }
        }
        return all;
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, MathContext.DECIMAL64);
    }

    @Test
    void aCoverageThatIsAskedForWhereThereAreNoCommitmentsIsRefused() {
        for (Request few : new Request[]{Request.rows(10).monthly(), Request.rows(2_999).daily(),
                Request.rows(9_999).hourly()}) {
            assertThatThrownBy(() -> Plan.of(few.coverage("0.5").bill())).isInstanceOfSatisfying(
                    RefusedException.class, refused -> assertThat(refused.violations()).singleElement()
                            .satisfies(violation -> assertThat(violation.field()).isEqualTo("commitmentCoverage")));
            assertThat(Plan.of(few.coverage("0").bill()).coverage()).isZero();
            assertThat(Plan.of(few.bill()).coverage()).isZero();
        }
    }
}
