package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.conform.Conformance;
import io.focusgen.conform.CsvForm;
import io.focusgen.conform.Options;
import io.focusgen.conform.Report;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.Granularity;
import io.focusgen.focus.OutputColumn;
import io.focusgen.spec.CommitmentScope;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.HeaderLines;
import io.focusgen.spec.Ids;
import io.focusgen.spec.LineEnd;
import io.focusgen.spec.Profile;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Scenario;
import io.focusgen.spec.SpecReader;
import io.focusgen.spec.TextOptions;
import io.focusgen.spec.Trend;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.RandomRequests;
import io.focusgen.testing.Request;

/** Whatever is asked for, the independent checker finds nothing wrong in it. */
class ConformingRequestsTest {

    /** Requests that are refused check nothing; more than these would empty the test. */
    private static final int MOST_REFUSED_PER_CENT = 10;

    private static final String[] ALL = Provider.labels().toArray(String[]::new);

    @Test
    void randomSmallRequestsAreTrue() throws IOException {
        assertTrue(RandomRequests.of(0, 150, 3_000), 150);
    }

    @Test
    void randomRequestsOfAllSizesAreTrue() throws IOException {
        assertTrue(RandomRequests.of(1_000, 40, 40_000), 40);
    }

    @Test
    void randomRequestsDrawWhateverThereIs() {
        List<Request> requests = RandomRequests.of(0, 150, 3_000).toList();

        assertThat(requests.stream().flatMap(request -> request.spec().providers().stream()))
                .containsAll(Provider.all());
        assertThat(requests).anyMatch(request -> request.spec().bills().size() > 1)
                .anyMatch(request -> request.spec().bills().stream().anyMatch(bill -> bill.currency().digits() == 0))
                .anyMatch(request -> request.spec().ids() == Ids.ALPHA)
                .anyMatch(request -> request.spec().text().header() == HeaderLines.NONE)
                .anyMatch(request -> request.spec().trend() instanceof Trend.Apart)
                .anyMatch(request -> request.spec().anomalies().count() > 0)
                .anyMatch(request -> !request.spec().anomalies().listed().isEmpty())
                .anyMatch(request -> request.spec().waste().count() > 0)
                .anyMatch(request -> !request.spec().waste().listed().isEmpty())
                .anyMatch(request -> request.spec().commitments().start() != null)
                .anyMatch(request -> request.spec().peaks().any())
                .anyMatch(request -> request.spec().columns().size() > FocusColumn.of(FocusVersion.V1_2).size());
    }

    /** A trend that strands commitments leaves them unused by the row. */
    @Test
    void strandedCommitmentsAreTrue() throws IOException {
        List<Request> requests = new ArrayList<>();
        for (Provider provider : Provider.all()) {
            for (Granularity granularity : provider.granularities()) {
                Request request = Request.rows(10_000).providers(provider.label()).granularity(granularity).months(2);
                Trend falling = new Trend.Custom(request.spec().firstMonth(),
                        List.of(BigDecimal.ONE, new BigDecimal("0.1")));
                requests.add(request.trend(falling).seed(requests.size()));
                requests.add(
                        request.trend(falling).utilisation("0.77").currency(provider.billsLocally() ? "JPY" : "USD"));
            }
        }
        assertTrue(requests.stream(), requests.size());
    }

    /** Each provider in each currency once, all in a few files. */
    @Test
    void everyCurrencyIsTrue() throws IOException {
        List<Request> requests = new ArrayList<>();
        for (Currency currency : Currency.all()) {
            requests.add(Request.rows(1_000).daily().providers(ALL).currency(currency.code()).months(2));
        }
        assertTrue(requests.stream(), requests.size());
    }

    /** With enough rows for all kinds of charges. */
    @Test
    void everyProfileAndDistributionIsTrueInSomeProvider() throws IOException {
        List<Request> requests = new ArrayList<>();
        for (Request request : profilesAndDistributions()) {
            requests.add(request.providers(ALL[requests.size() % ALL.length]));
        }
        assertTrue(requests.stream(), requests.size());
    }

    /** An enterprise has every kind of charge from here on; in the second month, what corrects the first. */
    @Test
    void everyKindOfChargeIsTrue() throws IOException {
        Request enterprise = Request.rows(30_000).profile(Profile.ENTERPRISE).months(2);
        assertTrue(Stream.of(enterprise.providers("aws").hourly(), enterprise.providers("azure").daily(),
                enterprise.providers("gcp").daily().currency("EUR"), enterprise.providers("gcp").hourly()), 4);
    }

    /** Reservations that expire in the first month and are bought anew in the second or third, whatever they are paid by. */
    @Test
    void reservationsThatLapseAreTrue() throws IOException {
        Request lapsing = Request.rows(10_000).month("2024-02").months(3).lapsing("2024-03-07", 21);
        Request enterprise = lapsing.withRows(30_000).profile(Profile.ENTERPRISE);
        assertTrue(Stream.of(lapsing.providers("aws", "azure", "gcp").daily().currency("EUR"),
                lapsing.providers("aws").hourly().lapsing("2024-04-12", 60), lapsing.providers("gcp").hourly(),
                lapsing.providers("azure").daily().lapsing(null, 90).months(12),
                lapsing.providers("aws").daily().utilisation("0.5")
                        .commitments(1, CommitmentPayment.ALL_UPFRONT, CommitmentScope.SHARED),
                lapsing.providers("azure").daily().coverage("0.9").currency("JPY")
                        .commitments(3, CommitmentPayment.MONTHLY, CommitmentScope.ACCOUNT),
                enterprise.providers("aws").hourly(), enterprise.providers("gcp").daily().utilisation("1")), 8);
    }

    /** The whole of a term at the rate of its first day, used at the rates of all its months. */
    @Test
    void whatIsPaidAtOnceInAnotherCurrencyIsTrue() throws IOException {
        Request upfront = Request.rows(10_000).daily().providers("azure").month("2024-03").months(2).coverage("0.9");
        assertTrue(Stream.of(
                upfront.currency("JPY").commitments(3, CommitmentPayment.ALL_UPFRONT, CommitmentScope.SHARED),
                upfront.currency("EUR").commitments(1, CommitmentPayment.ALL_UPFRONT, CommitmentScope.SHARED)), 2);
    }

    @Test
    @Tag("long")
    void everyProfileAndDistributionIsTrueInEveryProvider() throws IOException {
        List<Request> requests = profilesAndDistributions();
        assertTrue(requests.stream().map(request -> request.providers(ALL)), requests.size());
    }

    private static List<Request> profilesAndDistributions() {
        List<Request> requests = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            for (Distribution distribution : Distribution.values()) {
                requests.add(Request.rows(3_000).daily().profile(profile).distribution(distribution).month("2024-02"));
            }
        }
        return requests;
    }

    @Test
    void theSmallestBillsAreTrue() throws IOException {
        List<Request> requests = new ArrayList<>();
        for (Provider provider : Provider.all()) {
            for (long rows = 1; rows <= 40; rows++) {
                for (Granularity granularity : provider.granularities()) {
                    requests.add(Request.rows(rows).providers(provider.label()).granularity(granularity).seed(rows)
                            .months(2));
                }
            }
        }
        assertTrue(requests.stream(), requests.size());
    }

    /** More of it than of anything else, in bills with and without taxes, commitments and resources that live all month. */
    @Test
    void wasteIsTrue() throws IOException {
        List<Request> requests = new ArrayList<>();
        for (Provider provider : Provider.all()) {
            for (Granularity granularity : provider.granularities()) {
                for (long rows : List.of(1L, 35L, 1_200L, 12_000L)) {
                    requests.add(Request.rows(rows).providers(provider.label()).granularity(granularity).seed(rows)
                            .months(2).currency("EUR").waste(rows > 1_000 ? 100 : 9).anomalies(3));
                }
            }
        }
        assertTrue(requests.stream(), requests.size());
    }

    /** Where sums of commitments come near the bounds of a long. */
    @Test
    void theLargestBudgetsAreTrue() throws IOException {
        List<Request> requests = new ArrayList<>();
        for (Provider provider : Provider.all()) {
            for (Granularity granularity : provider.granularities()) {
                Request request = Request.rows(10_000).providers(provider.label()).granularity(granularity)
                        .budget("10000000000");
                requests.add(request);
                requests.add(request.distribution(Distribution.NETWORK_HEAVY).peak("2026-01-01", 31, "10"));
                requests.add(request.distribution(Distribution.COMPUTE_HEAVY).coverage("0.95").utilisation("0.5"));
            }
        }
        assertTrue(requests.stream(), requests.size());
    }

    @Test
    @Tag("long")
    void manyRandomRequestsAreTrue() throws IOException {
        assertTrue(RandomRequests.of(100_000, 400, 100_000), 400);
    }

    @Test
    @Tag("long")
    void aMillionRowsAreTrue() throws IOException {
        assertTrue(Provider.labels().stream().map(provider -> Request.rows(1_000_000).providers(provider)
                .currency("EUR").month("2024-02").seed(42)), Provider.all().size());
    }

    /** Every third request is asked for as NDJSON, the others as CSV in the form that they name. */
    private static void assertTrue(Stream<Request> requests, int count) throws IOException {
        int refused = 0;
        int number = 0;
        for (Request request : (Iterable<Request>) requests::iterator) {
            Export export;
            try {
                export = PlannedExport.of(request.spec());
            } catch (RefusedException e) {
                refused++;
                continue;
            }
            assertTrue(request, export, number++ % 3 == 2 ? Format.NDJSON : Format.CSV);
        }
        assertThat(refused * 100).as("refused of %d", count).isLessThanOrEqualTo(count * MOST_REFUSED_PER_CENT);
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyScenarioIsTrue(Scenario scenario) throws IOException {
        Export export = PlannedExport.of(SpecReader.read(Map.of("scenario", List.of(scenario.label())),
                new Defaults(YearMonth.of(2026, 3), () -> 7)));
        assertThat(checked(scenario.label(), export, Format.CSV, CsvForm.PLAIN).rows()).isEqualTo(export.rows());
    }

    /** @param form of CSV */
    private static Report checked(String request, Export export, Format format, CsvForm form) throws IOException {
        Options options = Options.COMPLETE.withAscii();
        InputStream bytes = new BlockInput(export.blocks(format));
        Report report = format == Format.NDJSON
                ? Conformance.checkNdjson(FocusVersion.V1_2, options, bytes)
                : Conformance.check(FocusVersion.V1_2, options, form, bytes);

        assertThat(report.findings()).as("%s as %s: %s", request, format, report).isEmpty();
        assertThat(report.partly()).isEmpty();
        return report;
    }

    private static void assertTrue(Request request, Export export, Format format) throws IOException {
        Report report = checked(request.toString(), export, format, form(request));
        assertThat(report.rows()).as(request.toString()).isEqualTo(export.rows())
                .isGreaterThanOrEqualTo(asked(request));
        if (!request.spec().anomalies().any() && !request.spec().waste().any()) {
            assertThat(report.rows()).isEqualTo(asked(request));
        }
    }

    private static long asked(Request request) {
        return request.spec().rows() * request.spec().months() * request.spec().providers().size();
    }

    private static CsvForm form(Request request) {
        TextOptions text = request.spec().text();
        CsvForm form = CsvForm.PLAIN.withDelimiter(text.delimiter().character())
                .withLineEnd(text.lineEnd() == LineEnd.CRLF
                        ? io.focusgen.conform.LineEnd.CRLF
                        : io.focusgen.conform.LineEnd.LF);
        return text.header().in(request.spec().shard())
                ? form
                : form.withoutHeader(request.spec().columns().stream().map(OutputColumn::id).toList());
    }

    /** Blocks as a stream that a reader pulls, one block at a time. */
    private static final class BlockInput extends InputStream {

        private final BlockSource source;
        private byte[] bytes = {};
        private int position;
        private long next;

        BlockInput(BlockSource source) {
            this.source = source;
        }

        @Override
        public int read() {
            return fill() ? bytes[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, into, offset, count);
            position += count;
            return count;
        }

        private boolean fill() {
            while (position == bytes.length) {
                if (next == source.blocks()) {
                    return false;
                }
                bytes = Bytes.of(source, next++).toArray();
                position = 0;
            }
            return true;
        }
    }
}
