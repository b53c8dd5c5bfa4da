package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;

class TableTest {

    private static Table table(String text) {
        return Table.read(file -> text, "t.csv", "a", "b");
    }

    private static Table.Row row(String b) {
        return table("a,b\nx," + b + "\n").rows().get(0);
    }

    private static CatalogException refusal(Runnable action) {
        return catchThrowableOfType(CatalogException.class, action::run);
    }

    private static void assertRefusedAt(Runnable action, int line, String column, String problem) {
        CatalogException refusal = refusal(action);

        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.file()).isEqualTo("t.csv");
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal.column()).isEqualTo(column);
        assertThat(refusal).hasMessageStartingWith("t.csv, line " + line + ", column " + column + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void quotedCellsKeepCommasAndQuotes() {
        List<Table.Row> rows = table("a,b\n\"1,000 \"\"PUT\"\"\",\"\"\nplain,last").rows();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text("a")).isEqualTo("1,000 \"PUT\"");
        assertThat(rows.get(0).optional("b")).isNull();
        assertThat(rows.get(1).text("b")).isEqualTo("last");
    }

    @Test
    void linesMayEndWithCarriageReturns() {
        assertThat(table("a,b\r\n1,2\r\n").rows().get(0).text("b")).isEqualTo("2");
    }

    @Test
    void aTableWithoutHeaderOrLinesIsRefused() {
        assertRefusedAt(() -> table(""), 1, "1", "empty");
        assertRefusedAt(() -> table("a,b\n"), 1, "a", "no lines");
    }

    @Test
    void anotherHeaderIsRefusedAtTheFirstDifference() {
        assertRefusedAt(() -> table("a,c\n1,2\n"), 1, "2", "found c, expected b");
        assertRefusedAt(() -> table("a\n1\n"), 1, "2", "found the end of the line, expected b");
        assertRefusedAt(() -> table("a,b,c\n1,2,3\n"), 1, "3", "found c, expected no more columns");
    }

    @Test
    void aLineWithMoreOrFewerCellsIsRefused() {
        assertRefusedAt(() -> table("a,b\n1,2\n3\n"), 3, "1", "1 cells where the header has 2");
        assertRefusedAt(() -> table("a,b\n1,2,3\n"), 2, "2", "3 cells where the header has 2");
        assertRefusedAt(() -> table("a,b\n1,2\n\n3,4\n"), 3, "1", "1 cells");
    }

    @Test
    void brokenQuotingIsRefusedWhereItStands() {
        assertRefusedAt(() -> table("a,b\n1,\"2\n3,4\n"), 2, "2", "not printable ASCII");
        assertRefusedAt(() -> table("a,b\n1,\"2"), 2, "2", "does not end");
        assertRefusedAt(() -> table("a,b\n1,2\n\"3\"x,4\n"), 3, "1", "after its closing quote");
        assertRefusedAt(() -> table("a,b\n1,2\"\n"), 2, "2", "a quote within a cell");
    }

    @Test
    void cellsAreAscii() {
        assertRefusedAt(() -> table("a,b\n1,Z\u00fcrich\n"), 2, "2", "character 252");
        assertRefusedAt(() -> table("a,b\n1,\t\n"), 2, "2", "character 9");
    }

    @Test
    void wholeNumbersStayWithinTheirBounds() {
        assertThat(row("1000").whole("b", 1, 1000)).isEqualTo(1000);
        assertRefusedAt(() -> row("0").whole("b", 1, 1000), 2, "b", "0 is not within 1 to 1000");
        assertRefusedAt(() -> row("1.5").whole("b", 1, 1000), 2, "b", "not a whole number");
        assertRefusedAt(() -> row("").whole("b", 1, 1000), 2, "b", "must not be empty");
    }

    @Test
    void flagsAreYesOrNo() {
        assertThat(row("yes").flag("b")).isTrue();
        assertThat(row("no").flag("b")).isFalse();
        assertRefusedAt(() -> row("true").flag("b"), 2, "b", "neither yes nor no");
    }

    @Test
    void listsHaveNoEmptyAndNoDoubleItems() {
        assertThat(row("p|q|r").list("b")).containsExactly("p", "q", "r");
        assertRefusedAt(() -> row("p||r").list("b"), 2, "b", "empty");
        assertRefusedAt(() -> row("p|").list("b"), 2, "b", "empty");
        assertRefusedAt(() -> row("p|q|p").list("b"), 2, "b", "p stands twice");
    }

    @Test
    void choicesAreConstantsInLowerCaseWithHyphens() {
        assertThat(row("gb-months").choice("b", MeterKind.class)).isEqualTo(MeterKind.GB_MONTHS);
        assertRefusedAt(() -> row("GB_MONTHS").choice("b", MeterKind.class), 2, "b", "GB_MONTHS is not one of");
        assertRefusedAt(() -> row("gb_months").choice("b", MeterKind.class), 2, "b", "gb_months is not one of");
    }

    @Test
    void pricesAndMultipliersAreRefusedWithTheirPosition() {
        assertThat(row("0.0104").price("b")).isEqualTo(Price.of("0.0104"));
        assertThat(row("1.1146").multiplier("b")).isEqualTo(Multiplier.of("1.1146"));
        assertRefusedAt(() -> row("-1").price("b"), 2, "b", "not a plain decimal");
        assertRefusedAt(() -> row("0.12345678").price("b"), 2, "b", "more than 7 digits");
        assertRefusedAt(() -> row("1e3").multiplier("b"), 2, "b", "not a plain decimal");
    }

    @Test
    void aMissingTableIsRefused() {
        TableSource tables = TableSource.beside(Catalog.class, Provider.of("aws"));

        CatalogException refusal = refusal(() -> tables.text("nothing.csv"));

        assertThat(refusal).hasMessageContaining("nothing.csv").hasMessageContaining("no table aws/nothing.csv");
    }
}
