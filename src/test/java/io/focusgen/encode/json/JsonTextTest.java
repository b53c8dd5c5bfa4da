package io.focusgen.encode.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class JsonTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '#', value = {"plain#plain", "a \"b\"#a \\\"b\\\"", "\\#\\\\",
            "'tab\tthere'#tab\\tthere", "'two\nlines'#two\\nlines", "'cr\r'#cr\\r", "/slash#/slash",
            "long enough for eight \"#long enough for eight \\\""})
    void onlyWhatMustBeIsEscaped(String text, String escaped) {
        assertThat(written(text)).isEqualTo(escaped);
    }

    @Test
    void everyCharacterInEveryPlaceComesBack() throws IOException {
        for (char c = 0; c < 128; c++) {
            for (int length = 1; length <= 17; length++) {
                for (int place = 0; place < length; place++) {
                    String text = "a".repeat(place) + c + "b".repeat(length - place - 1);
                    if (!JSON.readValue('"' + written(text) + '"', String.class).equals(text)) {
                        assertThat(written(text)).as("%d in place %d of %d", (int) c, place, length).isNull();
                    }
                }
            }
        }
    }

    @Test
    void theLongestTextFits() {
        String text = "\u0001".repeat(40);

        assertThat(written(text)).hasSize(JsonText.mostBytes(40)).startsWith("\\u0001\\u0001");
        assertThat(written("\u001f")).isEqualTo("\\u001f");
    }

    @Test
    void objectsAndNumbersStandForThemselves() {
        byte[] bytes = new byte[100];
        String object = "{\"a\":\"b \\\"c\\\" \\u00e9\"}";

        assertThat(new String(bytes, 5, JsonText.raw(object, bytes, 5) - 5, StandardCharsets.US_ASCII))
                .isEqualTo(object);
    }

    @Test
    void whatIsNotAsciiIsRefused() {
        byte[] bytes = new byte[200];

        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.write("caf\u00e9", bytes, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.write("a cafeteria: caf\u00e9", bytes, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.raw("{\"a\":\"\u00e9\"}", bytes, 0));
    }

    /** Behind and before rubbish, which must not show. */
    private static String written(String text) {
        byte[] bytes = new byte[JsonText.mostBytes(text.length()) + 3];
        return new String(bytes, 3, JsonText.write(text, bytes, 3) - 3, StandardCharsets.US_ASCII);
    }
}
