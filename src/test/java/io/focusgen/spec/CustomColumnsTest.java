package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.focus.OutputColumn;

/** Own columns and options of CSV, as requests write them. */
class CustomColumnsTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 77);

    private static DatasetSpec read(String name, String... values) {
        return SpecReader.read(Map.of("provider", List.of("aws"), name, List.of(values)), DEFAULTS);
    }

    private static CustomColumn constant(String name, String value) {
        return new CustomColumn(name, new CustomColumn.Constant(value));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '#', value = {
            "x_A:constant:b#b", "'x_A:constant:b c '#'b c '", "x_A:constant: b#' b'", "x_A:constant:a:b:c#a:b:c",
            "x_A:CONSTANT:b#b", "x_A:constant:a\\,b#a,b", "x_A:constant:\\\\#\\", "x_A:constant:\\\\\\,#\\,",
            "' x_A:constant:b'#b", "x_A:constant:{\"a\":\"b\"}#{\"a\":\"b\"}"})
    void aConstantIsWhatStandsBehindTheSecondColon(String item, String value) {
        assertThat(read("customColumns", item).customColumns()).containsExactly(constant("x_A", value));
        assertThat(read("customColumns", item + ",x_B:tag:c").customColumns()).startsWith(constant("x_A", value))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_A:tag:aws:createdBy", "x_A:Tag: aws:createdBy ", "x_A : tag:aws:createdBy"})
    void aTagKeyMayHaveColons(String item) {
        assertThat(read("custom-columns", item).customColumns())
                .containsExactly(new CustomColumn("x_A", new CustomColumn.Tag("aws:createdBy")));
    }

    @ParameterizedTest
    @EnumSource(OrganisationAttribute.class)
    void anAttributeIsReadInEverySpelling(OrganisationAttribute attribute) {
        CustomColumn column = new CustomColumn("x_A", new CustomColumn.Organisation(attribute));
        for (String item : List.of("x_A:organisation:" + attribute.label(), "x_A:organization:" + attribute.label(),
                "x_A:Organisation:" + attribute.name(), "x_A:organisation: " + attribute.name().replace('_', ' '))) {
            assertThat(read("customColumns", item).customColumns()).as(item).containsExactly(column);
        }
    }

    @Test
    void theyStandBehindThoseOfFocusByNameWhateverTheCase() {
        DatasetSpec spec = read("customColumns", "x_b:tag:a,x_C:tag:a", "x_A:tag:a", "x_B2:tag:a");

        assertThat(spec.columns()).hasSize(FocusColumn.of(spec.version()).size() + 4)
                .startsWith(FocusColumn.of(spec.version()).toArray(OutputColumn[]::new));
        assertThat(spec.customColumns()).extracting(CustomColumn::id).containsExactly("x_A", "x_b", "x_B2", "x_C");
    }

    @Test
    void theyStandBesideAnyChoiceOfColumns() {
        DatasetSpec spec = SpecReader.read(
                Map.of("columns", List.of("Tags"), "customColumns", List.of("x_A:constant:b")), DEFAULTS);

        assertThat(spec.columns()).containsExactly(FocusColumn.TAGS, constant("x_A", "b"));
        assertThat(CanonicalRequest.of(spec).query()).contains("&columns=Tags&customColumns=x_A:constant:b&");
    }

    @Test
    void eachItemThatIsWrongIsSaidByItself() {
        List<Violation> violations = catchThrowableOfType(RefusedException.class,
                () -> read("customColumns", "x_A:constant:fine,x_B:tga:team,C:tag:team", "x_a:tag:twice")).violations();

        assertThat(violations).extracting(Violation::value).containsExactly("x_B:tga:team", "C:tag:team",
                "x_a:tag:twice");
        assertThat(violations).extracting(Violation::message).containsExactly(
                "Must be x_Name:constant:text, x_Name:tag:key or x_Name:organisation:attribute.",
                "The name must be x_, a letter, and up to 60 letters and digits.",
                "Must be named once, whatever the case.");
    }

    @Test
    void aWrongAttributeIsToldAllThatThereAre() {
        assertThat(catchThrowableOfType(RefusedException.class, () -> read("customColumns", "x_A:organisation:floor"))
                .violations()).singleElement().extracting(Violation::message)
                .isEqualTo(
                        "The attribute must be one of team, application, environment, owner, costCentre, businessUnit,"
                                + " hierarchy, company.");
    }

    @Test
    void twentyAreAllowedAndAnyLengthUpToTheLongest() {
        String[] items = new String[20];
        for (int i = 0; i < items.length; i++) {
            items[i] = "x_A" + i + ":constant:" + "~".repeat(CustomColumn.Constant.LONGEST);
        }
        assertThat(read("customColumns", items).customColumns()).hasSize(20);
        assertThat(read("customColumns", "x_" + "a".repeat(61) + ":tag:" + "k".repeat(CustomColumn.Tag.LONGEST))
                .customColumns()).hasSize(1);
    }

    @Test
    void aSpecHoldsNothingElse() {
        DatasetSpec spec = read("rows", "1");
        for (List<OutputColumn> columns : List.of(List.<OutputColumn>of(),
                List.<OutputColumn>of(constant("x_A", "b"), FocusColumn.TAGS),
                List.<OutputColumn>of(constant("x_A", "b"), constant("x_a", "b")))) {
            assertThatIllegalArgumentException().as("%s", columns)
                    .isThrownBy(() -> new DatasetSpec(spec.providers(), spec.version(), spec.firstMonth(), 1, 1, null,
                            spec.profile(), spec.distribution(), Budget.NATURAL, spec.currency(), null, null,
                            CommitmentTerms.ANY, spec.ids(),
                            spec.organisation(), null, 1, columns, TextOptions.DEFAULT, Shard.WHOLE, Trend.NONE,
                            Anomalies.NONE, Waste.NONE, MarketplaceIssuer.PROVIDER, Peaks.NONE));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> constant("A", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomColumn.Constant(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomColumn.Tag("\u00e9"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '#', value = {"comma#COMMA", "','#COMMA", ";#SEMICOLON",
            "Semicolon#SEMICOLON", "|#PIPE", "PIPE#PIPE", "'\t'#TAB", "\\t#TAB", "tab#TAB"})
    void aDelimiterIsNamedOrGiven(String text, Delimiter delimiter) {
        assertThat(read("delimiter", text).text())
                .isEqualTo(new TextOptions(delimiter, LineEnd.LF, HeaderLines.FIRST, false));
    }

    @Test
    void optionsAreWrittenOnlyWhereTheyAreNotAsAlways() {
        Map<String, List<String>> raw = Map.of("month", List.of("2026-03"), "delimiter", List.of("comma"), "lineEnd",
                List.of("LF"), "header", List.of("TRUE"), "excelSafe", List.of("False"));
        DatasetSpec spec = SpecReader.read(raw, DEFAULTS);

        assertThat(spec.text()).isEqualTo(TextOptions.DEFAULT);
        assertThat(CanonicalRequest.of(spec).query())
                .isEqualTo(CanonicalRequest.of(read("month", "2026-03")).query());
        assertThat(CanonicalRequest.of(SpecReader.read(Map.of("delimiter", List.of("\t"), "lineEnd", List.of("crlf"),
                "header", List.of("false"), "excelSafe", List.of("true")), DEFAULTS)).query())
                .contains("delimiter=tab&lineEnd=crlf&header=false&excelSafe=true");
    }
}
