package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.FocusColumn;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;
import io.focusgen.testing.UserTags;

/**
 * A quarter to a third of the rows of a real bill have no tag that anybody set. That holds here for all rows and for those
 * of usage alone, from 300 monthly, 5,000 daily and 100,000 hourly rows on; fewer are too few resources to have shares of.
 */
class TagCoverageTest {

    /** Rows, and how many of them nobody tagged. */
    private static final class Count {

        private long rows;
        private long untagged;

        void add(long more, boolean tagged) {
            rows += more;
            untagged += tagged ? 0 : more;
        }

        double share() {
            return (double) untagged / rows;
        }
    }

    /** A bill's rows, and those of usage alone. */
    private record Shares(double all, double usage) {

        static Shares of(Request request) {
            Bill bill = Bill.of(request);
            UserTags tags = new UserTags(bill.plan().company());
            Count all = new Count();
            Count usage = new Count();
            for (Bill.Line line : bill.lines()) {
                boolean tagged = tags.isTagged(line);
                all.add(line.charge().rows(), tagged);
                if (line.isUsage() && !line.isUnused()) {
                    usage.add(line.charge().rows(), tagged);
                }
            }
            return new Shares(all.share(), usage.share());
        }
    }

    static Stream<Named<Request>> requests() {
        return Provider.all().stream().flatMap(provider -> Stream.of(Profile.values())
                .flatMap(profile -> sizes(Request.rows(1).providers(provider.label()).profile(profile)
                        .distribution(Distribution.values()[profile.ordinal() + 1]), provider)))
                .map(request -> Named.named(request.toString(), request));
    }

    private static Stream<Request> sizes(Request request, Provider provider) {
        Stream<Request> small = Stream.of(request.monthly().withRows(300), request.daily().withRows(5_000))
                .flatMap(each -> Stream.of(each.seed(0), each.seed(1), each.seed(2)));
        Stream<Request> large = Stream.of(request.monthly().withRows(10_000), request.daily().withRows(40_000),
                request.hourly().withRows(100_000)).map(each -> each.seed(3));
        return Stream.concat(small, large)
                .filter(each -> provider.granularities().contains(each.bill().granularity()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aQuarterToAThirdOfTheRowsHasNoTagOfAUser(Request request) {
        Shares shares = Shares.of(request);

        assertThat(shares.all).as("all rows").isBetween(0.25, 0.35);
        assertThat(shares.usage).as("usage").isBetween(0.25, 0.35);
    }

    @Test
    void productionIsTaggedBest() {
        Request request = Request.rows(100_000).monthly().profile(Profile.ENTERPRISE).seed(32);
        Bill bill = Bill.of(request);
        UserTags tags = new UserTags(bill.plan().company());
        double before = 0;
        for (String environment : new String[]{"prod", "staging", "dev", "sandbox"}) {
            Count count = new Count();
            bill.lines().stream().filter(line -> line.isUsage()
                    && String.valueOf(line.get(FocusColumn.SUB_ACCOUNT_NAME)).endsWith(environment))
                    .forEach(line -> count.add(line.charge().rows(), tags.isTagged(line)));
            assertThat(count.share()).as(environment).isGreaterThan(before + 0.015);
            before = count.share();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "0, 1, 1", "0.5, 0.47, 0.53", "0.125, 0.845, 0.905"})
    void aDocumentSaysHowMuchIsTagged(String coverage, double least, double most) {
        Request request = Request.rows(20_000).daily().seed(33).organisation("teams: [{name: a}, {name: b}]\n"
                + "tags: {coverage: {prod: %, staging: %, dev: %}}".replace("%", coverage));

        assertThat(Shares.of(request).usage).isBetween(least, most);
    }
}
