package io.focusgen.encode.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.focusgen.focus.FocusColumn;

class SpreadsheetTextTest {

    /** Text and what becomes of it, in pairs. */
    private static final String[] CASES = {"plain", "plain", "i-0abc", "i-0abc", "12", "12", "0", "0", "7", "7",
            "12345678901", "12345678901", "123456789012", "=\"123456789012\"", "012", "=\"012\"", "00", "=\"00\"",
            "000000000000", "=\"000000000000\"", "12345678901a", "12345678901a", "0x1", "0x1", "0.5", "0.5", "01.5",
            "01.5", "1e5", "1e5", "2026-03-01", "2026-03-01", "=1+1", "'=1+1", "+49 30", "'+49 30", "-5", "'-5",
            "@home",
            "'@home", "\tx", "'\tx", "\rx", "'\rx", " =1", " =1", "a=1", "a=1", "'x", "'x", "\"=1\"", "\"=1\"", "", ""};

    @Test
    void textStaysText() {
        for (int i = 0; i < CASES.length; i += 2) {
            assertThat(SpreadsheetText.of(CASES[i])).isEqualTo(CASES[i + 1])
                    .hasSizeLessThanOrEqualTo(CASES[i].length() + SpreadsheetText.MOST_ADDED);
        }
    }

    @Test
    void onlyTextIsMarkedNeitherDecimalsNorMomentsNorObjects() {
        CsvNotation safe = new CsvNotation(',', "\n", true, true);

        assertThat(written(safe, FocusColumn.SUB_ACCOUNT_ID, "004102938475")).isEqualTo("\"=\"\"004102938475\"\"\"");
        assertThat(written(safe, FocusColumn.CHARGE_DESCRIPTION, "-5% off, now")).isEqualTo("\"'-5% off, now\"");
        assertThat(written(safe, FocusColumn.LIST_UNIT_PRICE, "-123456789012.0")).isEqualTo("-123456789012.0");
        assertThat(written(safe, FocusColumn.BILLING_PERIOD_START, "2026-03-01T00:00:00Z"))
                .isEqualTo("2026-03-01T00:00:00Z");
        assertThat(written(safe, FocusColumn.TAGS, "{}")).isEqualTo("{}");
    }

    @Test
    void nothingIsMarkedWhereNobodyAsked() {
        CsvNotation plain = new CsvNotation(',', "\n", true, false);

        assertThat(written(plain, FocusColumn.SUB_ACCOUNT_ID, "004102938475")).isEqualTo("004102938475");
        assertThat(written(plain, FocusColumn.CHARGE_DESCRIPTION, "=1+1")).isEqualTo("=1+1");
    }

    private static String written(CsvNotation notation, FocusColumn column, String text) {
        byte[] bytes = new byte[notation.mostBytes(text.length())];
        return new String(bytes, 0, notation.write(column, text, bytes, 0), StandardCharsets.US_ASCII);
    }
}
