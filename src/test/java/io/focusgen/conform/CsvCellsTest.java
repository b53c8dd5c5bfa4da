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
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @Test
    void anUnquotedEmptyCellIsNullAndAQuotedOneIsAnEmptyString() throws IOException {
        assertThat(rows("a,,\"\"\n,b,\n")).containsExactly(row("a", null, ""), row(null, "b", null));
    }

    @Test
    void quotedCellsMayHoldCommasQuotesAndLineEnds() throws IOException {
        assertThat(rows("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"\"\"\"\n"))
                .containsExactly(row("a,b", "say \"hi\"", "two\nlines", "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\nc,d\n", "a,b\r\nc,d\r\n"})
    void bothLineEndsAreRead(String csv) throws IOException {
        assertThat(rows(csv)).containsExactly(row("a", "b"), row("c", "d"));
    }

    @Test
    void theLastLineEndIsReportedAsMissing() throws IOException {
        for (String csv : List.of("a,b", "a,", "a,\"b\"", "\"\"")) {
            CsvCells cells = cells(csv);

            assertThat(cells.next()).as(csv).isNotNull();
            assertThat(cells.endsWithNewline()).as(csv).isFalse();
            assertThat(cells.next()).as(csv).isNull();
        }
        CsvCells whole = cells("a,b\n");
        assertThat(whole.next()).containsExactly("a", "b");
        assertThat(whole.next()).isNull();
        assertThat(whole.endsWithNewline()).isTrue();
    }

    @Test
    void textIsUtf8() throws IOException {
        assertThat(rows("Zürich,\"Größe, 3 €\"\n")).containsExactly(row("Zürich", "Größe, 3 €"));
        assertThatThrownBy(() -> new CsvCells(new ByteArrayInputStream(new byte[]{'a', (byte) 0xC3, '\n'})).next())
                .isInstanceOf(MalformedTextException.class).hasMessage("line 1: not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
            "'a\nb\"c\n', 'line 2: a quote inside an unquoted cell'",
            "'a\n\"b\"c\n', 'line 2: text after a closing quote'",
            "'\"a\nb', 'line 2: a quote is not closed'",
            "'\"a\"\"', 'line 1: a quote is not closed'",
            "'a\rb\n', 'line 1: a carriage return without a line feed'",
            "'a\r', 'line 1: a carriage return without a line feed'",
    })
    void whatIsNotCsvIsRefusedWithItsLine(String csv, String message) {
        assertThatThrownBy(() -> rows(csv)).isInstanceOf(MalformedTextException.class).hasMessage(message);
    }

    @Test
    void theDelimiterIsTheCallers() throws IOException {
        assertThat(rows(new CsvCells(SampleBill.bytes("a;b,c;\"d;e\"\n"), CsvForm.PLAIN.withDelimiter(';'))))
                .containsExactly(row("a", "b,c", "d;e"));
        for (char wrong : new char[]{'"', '\n', '\r', '\0', '\u00a0'}) {
            assertThatThrownBy(() -> CsvForm.PLAIN.withDelimiter(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theLineEndIsTheCallers() {
        assertThatThrownBy(
                () -> rows(new CsvCells(SampleBill.bytes("a\nb\r\n"), CsvForm.PLAIN.withLineEnd(LineEnd.LF))))
                .isInstanceOf(MalformedTextException.class)
                .hasMessage("line 2: a carriage return before the line feed");
        assertThatThrownBy(() -> rows(new CsvCells(SampleBill.bytes("a\r\nb\n"),
                CsvForm.PLAIN.withLineEnd(LineEnd.CRLF))))
                .isInstanceOf(MalformedTextException.class).hasMessage("line 2: a line feed without a carriage return");
    }

    @Test
    void namesMayComeFromTheCallerOrTheFirstLine() throws IOException {
        CsvCells bare = new CsvCells(SampleBill.bytes("1,2\n"), CsvForm.PLAIN.withoutHeader(List.of("a", "b")));
        CsvCells named = cells("a,b\n1,2\n");

        assertThat(bare.header()).isEqualTo(named.header()).containsExactly("a", "b");
        assertThat(bare.next()).isEqualTo(named.next()).containsExactly("1", "2");
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotFillTheMemory() {
        InputStream endless = new InputStream() {
            private boolean begun;

            @Override
            public int read() {
                int next = begun ? 'a' : '"';
                begun = true;
                return next;
            }
        };

        assertThatThrownBy(() -> new CsvCells(endless).next())
                .isInstanceOf(MalformedTextException.class).hasMessageContaining("a cell of more than 1048576 bytes");
    }

    @Test
    void theWayTheBytesArriveChangesNothing() throws IOException {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            csv.append("plain").append(i % 7).append(",\"quoted \"\"").append("x".repeat(i)).append("\"\", end\",")
                    .append(i % 3 == 0 ? "" : "same").append(i % 2 == 0 ? "\n" : "\r\n");
        }
        List<List<@Nullable String>> whole = rows(csv.toString());

        assertThat(whole).hasSize(400);
        assertThat(whole.get(3)).containsExactly("plain3", "quoted \"xxx\", end", null);
        for (int chunk : new int[]{1, 2, 3, 7, 1000}) {
            assertThat(rows(trickle(csv.toString(), chunk))).as("%d bytes at a time", chunk).isEqualTo(whole);
        }
    }

    private static List<List<@Nullable String>> rows(String csv) throws IOException {
        return rows(SampleBill.bytes(csv));
    }

    private static List<List<@Nullable String>> rows(InputStream csv) throws IOException {
        return rows(new CsvCells(csv));
    }

    private static List<List<@Nullable String>> rows(CsvCells cells) throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (@Nullable
        String[] row = cells.next(); row != null; row = cells.next()) {
            rows.add(Arrays.asList(row));
        }
        return rows;
    }

    private static CsvCells cells(String csv) {
        return new CsvCells(SampleBill.bytes(csv));
    }

    private static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }

    private static InputStream trickle(String csv, int chunk) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, chunk));
            }
        };
    }
}
