package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.focusgen.catalog.Provider;

class BudgetsTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 1);

    private static DatasetSpec read(String... namesAndValues) {
        Map<String, List<String>> raw = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return SpecReader.read(raw, DEFAULTS);
    }

    private static Budget.Amount amount(String value, boolean about) {
        return new Budget.Amount(new BigDecimal(value), about);
    }

    @Test
    void oneIsForAllProviders() {
        Budget budget = read("provider", "aws,gcp", "budget", "90k").budget();

        assertThat(Provider.all().stream().map(budget::of)).containsOnly(amount("90000", false));
    }

    @Test
    void everyProviderMayHaveItsOwnOrNone() {
        Budget budget = read("provider", "gcp,aws,azure", "budget", "GCP:~5000,aws:250000.50").budget();

        assertThat(Provider.all().stream().map(budget::of)).containsExactly(amount("250000.5", false), null,
                amount("5000", true));
        assertThat(read("provider", "gcp,aws,azure", "budget", "aws:250000.5,gcp:~5000").budget()).isEqualTo(budget);
    }

    @Test
    void theSameForAllIsOneForAll() {
        assertThat(read("provider", "aws,gcp", "budget", "aws:7,gcp:7.00").budget()).isEqualTo(
                read("provider", "aws,gcp", "budget", "7").budget());
    }

    @Test
    void aProviderThatIsNotAskedForIsAMistakeInARequestButNotInAScenario() {
        assertThatThrownBy(() -> read("provider", "aws", "budget", "aws:100,gcp:5"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.violations())
                        .containsExactly(new Violation("budget", "gcp",
                                "Must be of a provider that is asked for: aws.", null)));
        DatasetSpec some = read("scenario", "sampleco", "provider", "gcp");
        assertThat(some.budget().of(Provider.of("gcp"))).isEqualTo(
                read("scenario", "sampleco").budget().of(Provider.of("gcp")));
        assertThat(some.budget().each()).isNotNull();
    }

    @Test
    void aScenarioKeepsTheBudgetsThatARequestDoesNotName() {
        Budget usual = read("scenario", "sampleco").budget();
        Budget other = read("scenario", "sampleco", "budget", "aws:100000").budget();

        assertThat(Provider.all().stream().map(other::of)).containsExactly(amount("100000", false),
                usual.of(Provider.of("azure")), usual.of(Provider.of("gcp")));
        assertThat(read("scenario", "sampleco", "budget", "5000").budget()).isEqualTo(
                Budget.each(new BigDecimal("5000")));
    }

    @Test
    void theScenariosCloudsDifferAndBend() {
        Budget budget = read("scenario", "sampleco").budget();

        assertThat(Provider.all().stream().map(budget::of).distinct()).hasSize(3).allMatch(Budget.Amount::about);
    }
}
