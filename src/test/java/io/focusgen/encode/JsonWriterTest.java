package io.focusgen.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.testing.Bytes;

class JsonWriterTest {

    @Test
    void commasStandBetweenValuesAndNowhereElse() {
        JsonWriter json = new JsonWriter().beginObject().name("a").number(1).name("b").beginArray().endArray().name("c")
                .beginArray().text("x").text(null).beginObject().endObject().raw("[1]").endArray().name("d")
                .number((BigDecimal) null).endObject();
        assertThat(json).hasToString("{\"a\":1,\"b\":[],\"c\":[\"x\",null,{},[1]],\"d\":null}");
    }

    @Test
    void anyTextComesBackAndIsWrittenInAscii() throws JsonProcessingException {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x3000; c++) {
            all.append(c);
        }
        all.append("\uD83D\uDE00");
        String json = new JsonWriter().text(all.toString()).toString();
        assertThat(json).isASCII();
        assertThat(new ObjectMapper().readTree(json).asText()).isEqualTo(all.toString());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "0.000, 0.0", "1.50, 1.5", "1E+3, 1000.0", "-0.00000012, -0.00000012", "12, 12.0"})
    void decimalsArePlainWithAPoint(BigDecimal value, String text) {
        assertThat(new JsonWriter().number(value)).hasToString(text);
    }

    @Test
    void writingGoesOnWhereItWasCut() {
        Bytes bytes = new Bytes();
        JsonWriter json = new JsonWriter().beginArray().number(1);
        json.writeTo(bytes);
        json.number(2).endArray().writeTo(bytes);
        assertThat(bytes).hasToString("[1,2]");
    }
}
