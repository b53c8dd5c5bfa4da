package io.focusgen.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;

class BodyTextTest {

    @Test
    void textIsUtf8() {
        String text = "{\"é\": \"\uD83D\uDE00\"}";

        assertThat(Body.text(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    /** In hexadecimal: a lone byte, one cut short, an overlong slash, half a pair, beyond Unicode, Latin 1, UTF-16. */
    @ParameterizedTest
    @ValueSource(strings = {"80", "c3", "c0af", "eda080", "f4908080", "e9", "fffe7b00"})
    void whatIsNotUtf8IsRefusedWithItsPlace(String hex) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\n \"é\":\"".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < hex.length(); i += 2) {
            bytes.write(Integer.parseInt(hex, i, i + 2, 16));
        }

        Failure failure = catchThrowableOfType(ProblemException.class, () -> Body.text(bytes.toByteArray())).failure();

        assertThat(failure.type()).isEqualTo(ProblemType.MALFORMED_BODY);
        assertThat(failure.position()).isEqualTo(new Failure.Position(2, 7));
        assertThat(failure.detail()).contains("UTF-8", "line 2, column 7");
    }
}
