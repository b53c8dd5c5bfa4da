package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CatalogException;
import io.focusgen.catalog.EditedTables;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.TableSource;

class TagTablesTest {

    private static final Provider AWS = Provider.of("aws");
    private static final TableSource BUILT_IN = TableSource.beside(EstateTables.class, AWS);

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            provider-tags.csv; aws:,aws:createdBy;          aws:,createdBy;              key;      createdBy does not begin with aws:
            provider-tags.csv; aws:,aws:createdBy;          aws:,aws:;                   key;      aws: does not begin with aws: and go on
            provider-tags.csv; aws:,aws:createdBy;          by,by-whom;                  prefix;   a company could have a key that begins with by
            provider-tags.csv; aws:,aws:createdBy;          ,aws:createdBy;              prefix;   must not be empty
            provider-tags.csv; ,AWS Lambda,,;               ,AWS Lambdas,,;              service;  AWS Lambdas has no blueprint
            provider-tags.csv; Cloud,autoscaling-group,100; Cloud,scaling-group,100;     resource_type; there are no resources of type scaling-group
            provider-tags.csv; ,AWS Lambda,,55,;            ,AWS Lambda,,0,;             percent;  0 is not within 1 to 100
            provider-tags.csv; ,AWS Lambda,,55,;            ,AWS Lambda,,all,;           percent;  all is not a whole number
            provider-tags.csv; ,AWS Step Functions,,;       ,AWS Lambda,,;               key;      has aws:cloudformation:stack-name already
            provider-tags.csv; {team}-deploy;               {squad}-deploy;              value;    unknown placeholder {squad}
            tag-rules.csv;     longest_key,128;             longest_key,0;               value;    0 is not within 1 to 1000
            tag-rules.csv;     longest_key,128;             longest_keys,128;            rule;     longest_keys is no rule of tags
            tag-rules.csv;     longest_value,256;           longest_key,256;             rule;     longest_key stands twice
            tag-rules.csv;     letters,any;                 letters,all;                 value;    all is neither any nor lower
            tag-rules.csv;     keys_differ,exactly;         keys_differ,never;           value;    never is neither exactly nor beyond-case
            tag-rules.csv;     others_in_keys, +-=._:/@;    others_in_keys, +-;          value;    _ stands for what is not allowed
            """)
    void aBrokenLineIsRefusedWithItsPosition(String file, String find, String replacement, String column,
            String problem) {
        EditedTables broken = new EditedTables(BUILT_IN, file, find, replacement);

        CatalogException refusal = catchThrowableOfType(CatalogException.class,
                () -> EstateTables.read(Catalog.of(AWS), broken));

        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal).hasMessageContaining(problem);
        assertThat(refusal.file()).isEqualTo(file);
        assertThat(refusal.line()).isEqualTo(broken.line());
        assertThat(refusal.column()).isEqualTo(column);
    }

    @Test
    void noRuleMayBeMissing() {
        EditedTables broken = new EditedTables(BUILT_IN, "tag-rules.csv", "letters,any\n", "");

        CatalogException refusal = catchThrowableOfType(CatalogException.class,
                () -> EstateTables.read(Catalog.of(AWS), broken));

        assertThat(refusal).hasMessage("tag-rules.csv, line 0, column rule: letters is missing");
    }

    /** The rules of a provider, whether it is built in yet or not. */
    private static TagRules rules(String provider) {
        return TagRules.read(new TableSource.Resources(EstateTables.class, provider + "/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
            "aws|Cost Center|Cost Center|CC-1 |CC-1 ", "aws|a%b|a_b|a&b|a_b", "aws|a/b|a/b|a@b|a@b",
            "azure|Cost Center|Cost Center|n/a|n/a", "azure|a/b|a_b|grace@acme.example|grace@acme.example",
            "gcp|Cost Center|cost_center|CC-1 |cc-1", "gcp|owner|owner|Grace.Okafor@acme.example|grace_okafor",
            "gcp|CostCenter|costcenter|n/a|n_a"})
    void aProviderWritesKeysAndValuesItsWay(String provider, String key, String writtenKey, String value,
            String writtenValue) {
        assertThat(rules(provider).key(key)).isEqualTo(writtenKey);
        assertThat(rules(provider).value(value)).isEqualTo(writtenValue);
    }

    @ParameterizedTest
    @CsvSource({"aws, 128, 256", "azure, 512, 256", "gcp, 63, 63"})
    void whatIsTooLongIsCut(String provider, int key, int value) {
        assertThat(rules(provider).key("a".repeat(600))).hasSize(key);
        assertThat(rules(provider).value("a".repeat(600))).hasSize(value);
    }

    @Test
    void whereKeysDifferBeyondTheirCaseTwoThatDoNotAreOne() {
        assertThat(rules("azure").identity("Env")).isEqualTo(rules("azure").identity("env"));
        assertThat(rules("aws").identity("Env")).isNotEqualTo(rules("aws").identity("env"));
    }
}
