package io.focusgen.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonCellsTest {

    @Test
    void theKeysOfTheFirstLineAreTheColumns() throws IOException {
        NdjsonCells cells = cells(
                "{\"b\":1.50,\"a\":\"x\",\"c\":null}\n{\"a\":\"y\",\"c\":{\"k\":[1, 2]},\"b\":-0.1}\n");

        assertThat(cells.header()).containsExactly("b", "a", "c");
        assertThat(cells.next()).containsExactly("1.50", "x", null);
        assertThat(cells.next()).containsExactly("-0.1", "y", "{\"k\":[1, 2]}");
        assertThat(cells.kind(0)).isEqualTo(JsonText.Kind.NUMBER);
        assertThat(cells.kind(1)).isEqualTo(JsonText.Kind.STRING);
        assertThat(cells.kind(2)).isEqualTo(JsonText.Kind.OBJECT);
        assertThat(cells.next()).isNull();
        assertThat(cells.endsWithNewline()).isTrue();
    }

    @Test
    void aStringLosesItsEscapesAndAnObjectKeepsThem() throws IOException {
        assertThat(rows("{\"a\":\"\\u00fc \\\"q\\\" \\\\\",\"b\":{\"k\":\"\\u00fc\"}}\n"))
                .containsExactly(row("\u00fc \"q\" \\", "{\"k\":\"\\u00fc\"}"));
    }

    @Test
    void spaceAroundPartsMeansNothing() throws IOException {
        assertThat(rows(" { \"a\" : 1.0 , \"b\" : \"x\" } \r\n")).containsExactly(row("1.0", "x"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '#', value = {
            "'{\"a\":1}\n\n' # 'line 2: not one flat JSON object'",
            "'{\"a\":1}\n[]\n' # 'line 2: not one flat JSON object'",
            "'{\"a\":1}{\"a\":2}\n' # 'line 1: not one flat JSON object'",
            "'{\"a\":1,\"a\":2}\n' # 'line 1: a stands twice'",
            "'{\"a\":1,\"b\":1}\n{\"a\":2}\n' # 'line 2: no b'",
            "'{\"a\":1}\n{\"a\":2,\"c\":3}\n' # 'line 2: c is not in the first line'",
            "'{\"a\":1}\n{\"a\":2,\"a\":3}\n' # 'line 2: a stands twice'",
            "'{\"a\":01}\n' # 'line 1: no JSON value under a'",
            "'{\"a\":NaN}\n' # 'line 1: no JSON value under a'",
            "'{\"a\":\"two\nlines\"}\n' # 'line 1: no JSON value under a'",
            "'{\"a\":{\"b\":}}\n' # 'line 1: no JSON value under a'",
    })
    void whatIsNotNdjsonIsRefusedWithItsLine(String ndjson, String message) {
        assertThatThrownBy(() -> rows(ndjson)).isInstanceOf(MalformedTextException.class).hasMessage(message);
    }

    @Test
    void textIsUtf8() throws IOException {
        assertThat(rows("{\"a\":\"Z\u00fcrich\"}\n")).containsExactly(row("Z\u00fcrich"));
        assertThatThrownBy(() -> new NdjsonCells(new ByteArrayInputStream(new byte[]{'{', (byte) 0xC3, '\n'})).next())
                .isInstanceOf(MalformedTextException.class).hasMessage("line 1: not UTF-8");
    }

    @Test
    void aLineThatNeverEndsDoesNotFillTheMemory() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, (byte) ' ');
                return length;
            }
        };

        assertThatThrownBy(() -> new NdjsonCells(endless).next())
                .isInstanceOf(MalformedTextException.class).hasMessageContaining("a line of more than 16777216 bytes");
    }

    @Test
    void theWayTheBytesArriveChangesNothing() throws IOException {
        StringBuilder ndjson = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            ndjson.append("{\"a\":").append(i).append(".0,\"b\":\"").append("x".repeat(i)).append("\"}\n");
        }
        List<List<@Nullable String>> whole = rows(ndjson.toString());

        assertThat(whole).hasSize(400);
        assertThat(whole.get(3)).containsExactly("3.0", "xxx");
        for (int chunk : new int[]{1, 2, 3, 7, 1000}) {
            InputStream trickle = new ByteArrayInputStream(ndjson.toString().getBytes(StandardCharsets.UTF_8)) {
                @Override
                public synchronized int read(byte[] bytes, int offset, int length) {
                    return super.read(bytes, offset, Math.min(length, chunk));
                }
            };
            assertThat(rows(new NdjsonCells(trickle))).as("%d bytes at a time", chunk).isEqualTo(whole);
        }
    }

    private static NdjsonCells cells(String ndjson) {
        return new NdjsonCells(SampleBill.bytes(ndjson));
    }

    private static List<List<@Nullable String>> rows(String ndjson) throws IOException {
        return rows(cells(ndjson));
    }

    private static List<List<@Nullable String>> rows(NdjsonCells cells) throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (@Nullable
        String[] row = cells.next(); row != null; row = cells.next()) {
            rows.add(Arrays.asList(row));
        }
        return rows;
    }

    private static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }
}
