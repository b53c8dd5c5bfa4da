package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.catalog.SupportPlan;
import io.focusgen.catalog.Tier;
import io.focusgen.focus.FocusColumn;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Support is charged by bands of what was spent, each band a price of its own. */
class SupportTest {

    @ParameterizedTest
    @CsvSource({"aws, ENTERPRISE, 1500000", "aws, STARTUP, 80000", "aws, STARTUP, 12000", "aws, ENTERPRISE, 90000",
            "gcp, ENTERPRISE, 1500000", "gcp, LARGE_BUSINESS, 200000", "aws, LARGE_BUSINESS, 200000",
            "azure, ENTERPRISE, 1500000", "aws, GREENFIELD, 9000"})
    void aBandIsFullBeforeTheNextBegins(String provider, Profile profile, String budget) {
        Bill bill = Bill.of(Request.rows(1_000).monthly().providers(provider).profile(profile).budgetAbout(budget));
        SupportPlan plan = bill.plan().company().support();
        List<Bill.Line> rows = bill.lines().stream().filter(line -> line.isPurchase() && !line.isCommitment()).toList();

        assertThat(rows).hasSize(bill.plan().company().supportRows())
                .allMatch(row -> row.billed().compareTo(row.effective()) == 0);
        assertThat(rows.stream().map(row -> row.get(FocusColumn.SKU_PRICE_ID) + " " + row.charge().period())
                .collect(Collectors.toSet())).hasSize(bill.plan().company().supportRows());
        if (plan.flat()) {
            return;
        }
        BigDecimal spent = sum(rows);
        for (Tier band : plan.sku().tiers()) {
            String priced = band.price().text();
            BigDecimal inside = sum(rows.stream().filter(row -> row.charge().rates().list().toBigDecimal()
                    .compareTo(new BigDecimal(priced)) == 0).toList());
            BigDecimal reached = spent.min(BigDecimal.valueOf(band.to())).subtract(BigDecimal.valueOf(band.from()));
            assertThat(inside).as(priced).isEqualByComparingTo(reached.max(BigDecimal.ZERO));
        }
        BigDecimal usage = bill.lines().stream().filter(line -> line.isUsage() || line.isCommitment())
                .map(Bill.Line::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(spent.doubleValue()).isCloseTo(usage.doubleValue(), within(0.02 * usage.doubleValue()));
    }

    private static BigDecimal sum(List<Bill.Line> rows) {
        return rows.stream().map(Bill.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
