package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.ServiceCategory;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What a distribution is for: it moves the share of its own categories. */
class DistributionTest {

    private static final double TEN_POINTS = 0.1;

    private static List<ServiceCategory> own(Distribution distribution) {
        return switch (distribution) {
            case EVENLY_DISTRIBUTED -> List.of();
            case BALANCED, COMPUTE_HEAVY -> List.of(ServiceCategory.COMPUTE);
            case ML_FOCUSED -> List.of(ServiceCategory.AI_AND_MACHINE_LEARNING);
            case DATA_INTENSIVE ->
                List.of(ServiceCategory.ANALYTICS, ServiceCategory.DATABASES, ServiceCategory.STORAGE);
            case MEDIA_INTENSIVE -> List.of(ServiceCategory.MEDIA, ServiceCategory.NETWORKING, ServiceCategory.STORAGE);
            case STORAGE_HEAVY -> List.of(ServiceCategory.STORAGE);
            case NETWORK_HEAVY -> List.of(ServiceCategory.NETWORKING);
        };
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void eachMovesItsOwnCategoriesByTenPoints(Profile profile) {
        for (long seed = 71; seed < 74; seed++) {
            Request request = Request.rows(10_000).profile(profile).seed(seed).month("2026-02");
            assertMoves(request.daily());
            assertMoves(request.hourly());
        }
        assertMoves(Request.rows(200_000).hourly().profile(profile).seed(71));
    }

    private static void assertMoves(Request request) {
        for (Function<Bill.Line, BigDecimal> cost : List.<Function<Bill.Line, BigDecimal>>of(Bill.Line::effective,
                Bill.Line::billed)) {
            Map<ServiceCategory, Double> even = shares(request.distribution(Distribution.EVENLY_DISTRIBUTED), cost);
            for (Distribution distribution : Distribution.values()) {
                Map<ServiceCategory, Double> moved = shares(request.distribution(distribution), cost);
                for (ServiceCategory category : own(distribution)) {
                    assertThat(moved.get(category) - even.get(category))
                            .as("%s of %s", category.label(), request.distribution(distribution))
                            .isGreaterThanOrEqualTo(TEN_POINTS);
                }
            }
        }
    }

    /** Shares of the month's cost before tax; what is paid once for commitments is that of years. */
    private static Map<ServiceCategory, Double> shares(Request request, Function<Bill.Line, BigDecimal> cost) {
        Map<ServiceCategory, Double> shares = new EnumMap<>(ServiceCategory.class);
        double all = 0;
        for (Bill.Line line : Bill.of(request).lines()) {
            boolean once = line.isCommitment() && line.is(FocusColumn.CHARGE_FREQUENCY, "One-Time");
            // What others sell is bought whatever the mix; credits are given for storage only.
            boolean own = line.get(FocusColumn.PUBLISHER_NAME).equals(line.get(FocusColumn.PROVIDER_NAME));
            if (own && !once && !line.isTax() && !line.is(FocusColumn.CHARGE_CATEGORY, "Credit")) {
                double dollars = cost.apply(line).doubleValue();
                shares.merge(category(line), dollars, Double::sum);
                all += dollars;
            }
        }
        double total = all;
        shares.replaceAll((category, dollars) -> dollars / total);
        return shares;
    }

    private static ServiceCategory category(Bill.Line line) {
        for (ServiceCategory category : ServiceCategory.values()) {
            if (line.is(FocusColumn.SERVICE_CATEGORY, category.label())) {
                return category;
            }
        }
        throw new AssertionError("no category " + line.get(FocusColumn.SERVICE_CATEGORY));
    }
}
