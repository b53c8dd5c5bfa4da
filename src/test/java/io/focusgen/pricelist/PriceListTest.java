package io.focusgen.pricelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;
import io.focusgen.spec.CommitmentScope;
import io.focusgen.spec.Profile;
import io.focusgen.spec.RefusedException;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.RandomRequests;
import io.focusgen.testing.Request;

class PriceListTest {

    private static final int REQUESTS = 40;
    private static final String[] CURRENCIES = {"EUR", "USD", "JPY", "INR"};

    /** Columns that hold what rows hold, but for the time and the description. */
    private static final List<PriceColumn> SHARED = shared();

    private static List<PriceColumn> shared() {
        List<PriceColumn> shared = new ArrayList<>();
        for (PriceColumn column : PriceColumn.values()) {
            boolean time = column == PriceColumn.BILLING_PERIOD_START || column == PriceColumn.BILLING_PERIOD_END;
            if (!time && FocusColumn.byId(column.id()).isPresent()) {
                shared.add(column);
            }
        }
        return shared;
    }

    @Test
    void everyPricedRowOfFortyRequestsHasExactlyOneLineWithItsPrices() {
        int tried = 0;
        TreeSet<String> terms = new TreeSet<>();
        for (long number = 500; tried < REQUESTS; number++) {
            Request request = RandomRequests.of(number, 1, 20_000).findFirst().orElseThrow();
            List<List<String>> sets = List.of(List.of("aws"), List.of("gcp"), List.of("azure"),
                    List.of("gcp", "azure", "aws"));
            if (number % sets.size() > 1 && request.bill().granularity() == Granularity.HOURLY) {
                // Azure has no hourly bills.
                request = request.daily();
            }
            request = request.providers(sets.get((int) (number % sets.size())).toArray(String[]::new));
            if (number % sets.size() > 0) {
                request = request.currency(CURRENCIES[(int) (number / 4 % CURRENCIES.length)]);
            }
            // What was drawn may not be sold by these.
            request = request.commitments(null, null, CommitmentScope.SHARED);
            DatasetPlan plan;
            try {
                plan = DatasetPlan.of(request.spec());
            } catch (RefusedException impossible) {
                continue;
            }
            assertJoins(request, plan, terms);
            tried++;
        }
        // Within a year everything is bought once.
        Request year = Request.rows(3_000).daily().months(12).commitments(1, CommitmentPayment.PARTIAL_UPFRONT,
                CommitmentScope.SHARED);
        assertJoins(year, DatasetPlan.of(year.spec()), terms);
        assertThat(terms).containsExactly("committed", "on-demand", "purchase", "spot", "unused", "upfront");
    }

    /** A price of more than seven digits before the point, in a currency without decimals. */
    @Test
    void aPriceInWonMayHaveEightDigits() {
        Request request = Request.rows(20_000).providers("azure", "gcp").currency("KRW").monthly()
                .profile(Profile.ENTERPRISE).seed(9);
        assertJoins(request, DatasetPlan.of(request.spec()), new TreeSet<>());

        assertThat(lines(request)).anyMatch(line -> new BigDecimal(
                String.valueOf(PriceColumn.LIST_UNIT_PRICE.text(line))).compareTo(new BigDecimal(10_000_000)) > 0)
                .allMatch(line -> new BigDecimal(String.valueOf(PriceColumn.LIST_UNIT_PRICE.text(line)))
                        .round(new MathContext(7)).compareTo(new BigDecimal(
                                String.valueOf(PriceColumn.LIST_UNIT_PRICE.text(line)))) == 0);
    }

    private static void assertJoins(Request request, DatasetPlan plan, TreeSet<String> terms) {
        Map<String, List<PriceLine>> list = bySkuPriceId(lines(request));
        for (Plan bill : plan.bills()) {
            for (int i = 0; i < request.spec().months(); i++) {
                BillingMonth month = request.spec().firstMonth().plus(i);
                Bill.visit(bill, month, line -> {
                    String id = line.get(FocusColumn.SKU_PRICE_ID);
                    if (id != null) {
                        List<PriceLine> found = list.getOrDefault(id, List.of()).stream()
                                .filter(price -> price.period().first().ordinal() <= month.ordinal()
                                        && month.ordinal() < price.period().end().ordinal())
                                .toList();
                        assertThat(found).as("%s in %s of %s", id, month, request).hasSize(1);
                        assertSame(line, found.get(0), request);
                        terms.add(String.valueOf(PriceColumn.TERM.text(found.get(0))));
                    }
                });
            }
        }
    }

    private static void assertSame(Bill.Line line, PriceLine price, Request request) {
        for (PriceColumn column : SHARED) {
            assertThat(column.text(price)).as("%s of %s", column.id(), request)
                    .isEqualTo(line.get(FocusColumn.byId(column.id()).orElseThrow()));
        }
        if (List.of(PriceTerm.ON_DEMAND, PriceTerm.SPOT, PriceTerm.COMMITTED).contains(price.terms().term())) {
            // Corrections and unused capacity say what they are before what they are charged for.
            assertThat(line.get(FocusColumn.CHARGE_DESCRIPTION)).endsWith(price.terms().texts().description());
        }
    }

    @Test
    void noLineStandsTwice() {
        for (String currency : List.of("USD", "EUR")) {
            TreeSet<String> keys = new TreeSet<>();
            for (PriceLine line : lines(
                    Request.rows(1).providers("aws", "azure", "gcp").currency(currency).months(3))) {
                String key = PriceColumn.SKU_PRICE_ID.text(line) + " " + line.period().first();
                assertThat(keys.add(key)).as(key).isTrue();
            }
        }
    }

    @Test
    void pricesInDollarsHoldAllMonthsAndOthersOne() throws IOException {
        Request request = Request.rows(1).providers("gcp").months(3).month("2025-12");
        assertThat(csv(request)).extracting(PriceListTest::time).containsOnly("2025-12-01 2026-03-01");
        assertThat(csv(request.currency("EUR"))).extracting(PriceListTest::time)
                .containsOnly("2025-12-01 2026-01-01", "2026-01-01 2026-02-01", "2026-02-01 2026-03-01");
    }

    private static String time(Map<String, String> line) {
        return line.get("BillingPeriodStart").substring(0, 10) + " " + line.get("BillingPeriodEnd").substring(0, 10);
    }

    @Test
    void itDoesNotDependOnWhatPricesDoNotDependOn() {
        Request request = Request.rows(1).providers("aws", "azure", "gcp").currency("EUR");
        String list = text(request, TableFormat.CSV);
        assertThat(text(request.withRows(5_000_000).seed(9).budget("123456").hourly(), TableFormat.CSV))
                .isEqualTo(list);
        assertThat(text(request.profile(Profile.ENTERPRISE), TableFormat.CSV)).isNotEqualTo(list);
    }

    @Test
    void everyCellIsWritten() throws IOException {
        Request request = Request.rows(1).providers("aws", "azure", "gcp").currency("EUR");
        List<Map<String, String>> written = csv(request);
        List<PriceLine> lines = lines(request);
        assertThat(written).hasSameSizeAs(lines).hasSizeGreaterThan(20_000);
        for (int i = 0; i < lines.size(); i++) {
            Map<String, String> cells = new TreeMap<>();
            for (PriceColumn column : PriceColumn.values()) {
                String cell = column.text(lines.get(i));
                if (cell != null) {
                    cells.put(column.id(), cell);
                }
            }
            assertThat(written.get(i)).isEqualTo(cells);
        }
    }

    @Test
    void bothFormatsSayTheSame() throws IOException {
        Request request = Request.rows(1).providers("aws", "azure", "gcp").currency("JPY").months(2);
        JsonNode json = new ObjectMapper().readTree(text(request, TableFormat.JSON));
        assertThat(json.get("request").asText()).contains("currency=JPY");
        List<Map<String, String>> lines = csv(request);
        assertThat(json.get("prices")).hasSize(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode object = json.get("prices").get(i);
            Map<String, String> cells = new TreeMap<>();
            for (PriceColumn column : PriceColumn.values()) {
                JsonNode value = object.get(column.id());
                if (!value.isNull()) {
                    assertThat(value.isNumber()).isEqualTo(column.type() == ColumnType.DECIMAL);
                    cells.put(column.id(), value.isObject() ? value.toString() : value.asText());
                }
            }
            Map<String, String> wanted = new TreeMap<>(lines.get(i));
            for (PriceColumn column : PriceColumn.values()) {
                if (column.type() == ColumnType.DECIMAL && cells.containsKey(column.id())) {
                    cells.put(column.id(), new BigDecimal(cells.get(column.id())).stripTrailingZeros()
                            .toPlainString());
                    wanted.put(column.id(), new BigDecimal(wanted.get(column.id())).stripTrailingZeros()
                            .toPlainString());
                }
            }
            assertThat(cells).isEqualTo(wanted);
        }
    }

    @Test
    void aPartIsWrittenTheSameWhateverIsWrittenBefore() {
        PriceList list = PriceList.of(Request.rows(1).months(2).spec(), TableFormat.JSON);
        Bytes whole = whole(list);
        StringBuilder backwards = new StringBuilder();
        for (int part = list.parts() - 1; part >= 0; part--) {
            Bytes bytes = new Bytes();
            list.write(part, bytes);
            assertThat(bytes.length()).isBetween(1, 1 << 20);
            backwards.insert(0, bytes);
        }
        assertThat(backwards.toString()).isEqualTo(whole.toString());
    }

    private static Bytes whole(PriceList list) {
        Bytes bytes = new Bytes();
        for (int part = 0; part < list.parts(); part++) {
            list.write(part, bytes);
        }
        return bytes;
    }

    private static String text(Request request, TableFormat format) {
        return whole(PriceList.of(request.spec(), format)).toString();
    }

    private static Map<String, List<PriceLine>> bySkuPriceId(List<PriceLine> lines) {
        Map<String, List<PriceLine>> byId = new TreeMap<>();
        lines.forEach(line -> byId
                .computeIfAbsent(String.valueOf(PriceColumn.SKU_PRICE_ID.text(line)), none -> new ArrayList<>())
                .add(line));
        return byId;
    }

    private static List<PriceLine> lines(Request request) {
        PriceList list = PriceList.of(request.spec(), TableFormat.CSV);
        List<PriceLine> lines = new ArrayList<>();
        for (int part = 0; part < list.parts(); part++) {
            lines.addAll(list.lines(part));
        }
        return lines;
    }

    /** The lines without their null cells. */
    private static List<Map<String, String>> csv(Request request) throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        try (MappingIterator<String[]> read = new CsvMapper().readerForArrayOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY).with(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
                .readValues(text(request, TableFormat.CSV))) {
            String[] header = read.next();
            while (read.hasNext()) {
                String[] cells = read.next();
                Map<String, String> line = new TreeMap<>();
                for (int i = 0; i < header.length; i++) {
                    if (cells[i] != null) {
                        line.put(header[i], cells[i]);
                    }
                }
                lines.add(line);
            }
        }
        return lines;
    }
}
