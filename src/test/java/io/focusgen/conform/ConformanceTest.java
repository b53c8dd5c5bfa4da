package io.focusgen.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;

class ConformanceTest {

    @Test
    void aTrueBillIsClean() {
        Report report = new SampleBill().check();

        assertThat(report.findings()).as("%s", report).isEmpty();
        assertThat(report.rows()).isBetween(100L, 200L);
        assertThat(report.skipped()).containsExactlyInAnyOrder(FileRule.CSV_SYNTAX, FileRule.NDJSON_SYNTAX,
                FileRule.FINAL_NEWLINE, FileRule.JSON_TYPE);
    }

    static Stream<Mutation> mutations() {
        return Mutation.all().stream();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aSpoiledBillBreaksTheRuleAndOnlyWhatHangsOnIt(Mutation mutation) {
        SampleBill bill = new SampleBill();
        mutation.spoil().accept(bill);

        Report report = bill.check();

        assertThat(report.findings()).as("%s", report).extracting(finding -> finding.rule().id())
                .containsExactlyInAnyOrderElementsOf(mutation.broken());
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.count()).isPositive();
            assertThat(finding.examples()).hasSizeBetween(1, Report.Finding.EXAMPLES);
        });
    }

    @Test
    void everyRuleHasABillThatBreaksIt() {
        List<String> broken = Stream.concat(mutations().map(Mutation::rule), FileRule.ALL.stream().map(Rule::id))
                .distinct().toList();

        assertThat(Rule.all()).extracting(Rule::id).containsExactlyInAnyOrderElementsOf(broken);
    }

    @Test
    void everyRuleSaysWhatItAsksAndWho() {
        assertThat(Rule.all()).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(Rule.all()).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[A-Za-z]+-[ACD]-\\d{3}-[MCO]|FG(-[A-Z]+)+");
            assertThat(rule.sentence()).endsWith(".");
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.source().equals(Rule.FOCUS)).isEqualTo(!rule.id().startsWith("FG-"));
        });
    }

    @Test
    void aRuleWithoutItsColumnIsSkippedAndSaysSo() {
        SampleBill bill = new SampleBill();
        bill.header.remove(FocusColumn.LIST_UNIT_PRICE.id());

        Report report = bill.check();

        assertThat(report.clean()).as("%s", report).isTrue();
        assertThat(report.skipped()).extracting(Rule::id)
                .contains("ListCost-C-009-C", "ListUnitPrice-C-005-C", "SkuPriceId-C-014-C")
                .doesNotContain("ContractedCost-C-009-C");
    }

    @Test
    void anySingleColumnMayBeAbsentWithoutAFalseFinding() {
        for (String column : List.copyOf(new SampleBill().header)) {
            SampleBill bill = new SampleBill();
            bill.header.remove(column);

            Report report = bill.check(Options.SOME_COLUMNS);

            assertThat(report.clean()).as("without %s: %s", column, report).isTrue();
        }
    }

    @Test
    void aSingleColumnAloneIsCheckedAsFarAsItGoes() {
        for (String column : List.copyOf(new SampleBill().header)) {
            SampleBill bill = new SampleBill();
            bill.header.retainAll(List.of(column));

            Report report = bill.check(Options.SOME_COLUMNS);

            assertThat(report.clean()).as("only %s: %s", column, report).isTrue();
            assertThat(report.skipped()).hasSizeGreaterThan(100);
        }
    }

    @Test
    void customColumnsAreLeftAlone() {
        SampleBill bill = new SampleBill();
        bill.header.add("x_Team");

        assertThat(bill.check().clean()).isTrue();
    }

    @Test
    void countsGoOnAfterTheLastExample() {
        SampleBill bill = new SampleBill();
        bill.lines.forEach(line -> line.clear(FocusColumn.PUBLISHER_NAME));

        Report.Finding finding = bill.check().findings().get(0);

        assertThat(finding.rule().id()).isEqualTo("PublisherName-C-003-M");
        assertThat(finding.count()).isEqualTo(bill.lines.size());
        assertThat(finding.examples()).hasSize(5);
        assertThat(finding.examples().get(1)).isEqualTo(new Report.Example(2, "PublisherName=null"));
    }

    @Test
    void aFindingShowsTheValuesInItsRow() {
        SampleBill bill = new SampleBill();
        Line line = bill.line("disk").set(FocusColumn.LIST_COST, "0.5");

        Report.Example example = bill.check().findings().get(0).examples().get(0);

        assertThat(example.row()).isEqualTo(bill.lines.indexOf(line) + 1);
        assertThat(example.message()).isEqualTo(
                "ChargeClass=null, ListCost=0.5, ListUnitPrice=0.08, PricingQuantity=6.451612903");
    }

    @Test
    void aTrueFileIsClean() throws IOException {
        Report report = Conformance.check(SampleBill.bytes(new SampleBill().csv()));

        assertThat(report.findings()).as("%s", report).isEmpty();
        assertThat(report.rows()).isEqualTo(new SampleBill().lines.size());
        assertThat(report.skipped()).containsExactly(FileRule.NDJSON_SYNTAX, FileRule.JSON_TYPE, FormatRules.ASCII);
    }

    @Test
    void theSameBillAsNdjsonIsCleanToo() throws IOException {
        Report report = ndjson(new SampleBill().ndjson());

        assertThat(report.findings()).as("%s", report).isEmpty();
        assertThat(report.rows()).isEqualTo(new SampleBill().lines.size());
        assertThat(report.skipped()).containsExactly(FileRule.CSV_SYNTAX, FormatRules.ASCII);
    }

    @Test
    void aSpoiledBillBreaksTheSameRulesAsNdjson() throws IOException {
        for (Mutation mutation : SumMutations.ALL) {
            SampleBill bill = new SampleBill();
            mutation.spoil().accept(bill);

            Report report = ndjson(bill.ndjson());

            assertThat(report.findings()).as("%s", report).extracting(finding -> finding.rule().id())
                    .containsExactlyInAnyOrderElementsOf(mutation.broken());
        }
    }

    @Test
    void inJsonEveryColumnHasItsType() throws IOException {
        String ndjson = new SampleBill().ndjson();

        assertThat(ndjson(ndjson.replace(":16.0,", ":\"16.0\",")).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FileRule.JSON_TYPE);
            assertThat(finding.count()).isEqualTo(2 * SampleBill.DAYS);
            assertThat(finding.examples().get(0).message()).isEqualTo("ConsumedQuantity is a JSON STRING: 16.0");
        });
        assertBrokenNdjson(ndjson.replace("\"Tags\":{\"team\":\"shop\",\"critical\":true}",
                "\"Tags\":\"{\\\"team\\\":\\\"shop\\\"}\""), FileRule.JSON_TYPE);
        assertBrokenNdjson(ndjson.replace("\"PublisherName\":\"AWS\"", "\"PublisherName\":true"), FileRule.JSON_TYPE);
    }

    @Test
    void ndjsonEndsTheCheckWhereItIsNone() throws IOException {
        String ndjson = new SampleBill().ndjson();

        assertBrokenNdjson(ndjson + "{}\n", FileRule.NDJSON_SYNTAX);
        assertBrokenNdjson("", FileRule.NDJSON_SYNTAX);
        assertBrokenNdjson(ndjson.substring(0, ndjson.length() - 1), FileRule.FINAL_NEWLINE);
        assertBrokenNdjson(ndjson.substring(0, ndjson.length() - 2), FileRule.NDJSON_SYNTAX);
    }

    @Test
    void aFileInAnotherFormIsReadAsTheCallerSays() throws IOException {
        SampleBill bill = new SampleBill();
        bill.header.add("x_Team");

        assertClean(CsvForm.PLAIN.withDelimiter(';').withLineEnd(LineEnd.CRLF).withoutHeader(new SampleBill().header),
                new SampleBill().csv(';', "\r\n", false));
        assertClean(CsvForm.PLAIN.withDelimiter('\t'), bill.csv('\t', "\n", true));
        assertClean(CsvForm.PLAIN.withDelimiter('|').withLineEnd(LineEnd.LF), bill.csv('|', "\n", true));
    }

    private static void assertClean(CsvForm form, String csv) throws IOException {
        Report report = Conformance.check(FocusVersion.V1_2, Options.COMPLETE, form, SampleBill.bytes(csv));

        assertThat(report.findings()).as("%s", report).isEmpty();
        assertThat(report.rows()).isEqualTo(new SampleBill().lines.size());
    }

    private static Report ndjson(String ndjson) throws IOException {
        return Conformance.checkNdjson(FocusVersion.V1_2, Options.COMPLETE, SampleBill.bytes(ndjson));
    }

    private static void assertBrokenNdjson(String ndjson, FileRule... rules) throws IOException {
        Report report = ndjson(ndjson);

        assertThat(report.findings()).as("%s", report).extracting(Report.Finding::rule)
                .filteredOn(FileRule.class::isInstance).containsExactlyInAnyOrder(rules);
    }

    @Test
    void aFileThatWasCutOffInALineIsNotClean() throws IOException {
        String csv = new SampleBill().csv();

        assertBroken(csv.substring(0, csv.length() - 1), FileRule.FINAL_NEWLINE);
        assertBroken(csv.substring(0, csv.length() - 2), FileRule.FINAL_NEWLINE, FileRule.ROW_WIDTH);
        assertBroken(csv.substring(0, csv.lastIndexOf('"')), FileRule.CSV_SYNTAX);
    }

    @Test
    void aRowOfAnotherWidthIsNamedAndNotRead() throws IOException {
        String csv = new SampleBill().csv();

        Report report = Conformance.check(SampleBill.bytes(csv + "one,two\n"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FileRule.ROW_WIDTH);
            assertThat(finding.examples()).containsExactly(
                    new Report.Example(new SampleBill().lines.size() + 1, "2 cells under 57 names"));
        });
    }

    @Test
    void aFileThatIsNotCsvEndsTheCheckWithTheLine() throws IOException {
        Report report = Conformance.check(SampleBill.bytes(new SampleBill().csv() + "a\"b,c\n"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FileRule.CSV_SYNTAX);
            assertThat(finding.examples().get(0).message())
                    .isEqualTo("line " + (new SampleBill().lines.size() + 2) + ": a quote inside an unquoted cell");
        });
    }

    @Test
    void anEmptyFileHasNoHeader() throws IOException {
        assertBroken("", FileRule.CSV_SYNTAX);
        assertBroken("\"", FileRule.CSV_SYNTAX);
    }

    private static void assertBroken(String csv, FileRule... rules) throws IOException {
        Report report = Conformance.check(SampleBill.bytes(csv));

        assertThat(report.findings()).as("%s", report).extracting(Report.Finding::rule)
                .filteredOn(FileRule.class::isInstance).containsExactlyInAnyOrder(rules);
    }
}
