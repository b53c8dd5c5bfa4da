package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.focusgen.spec.Defaults;
import io.focusgen.spec.Delimiter;
import io.focusgen.spec.HeaderLines;
import io.focusgen.spec.LineEnd;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.TextOptions;
import io.focusgen.spec.Violation;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** What each format does with the options of CSV. */
class FormatOptionsTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 77);

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = "CSV.*")
    void csvTakesThem(Format format) {
        assertThat(
                FormatOptions.resolve(format, Map.of("delimiter", List.of("tab"), "HEADER", List.of("false")), DEFAULTS)
                        .spec().text())
                .isEqualTo(new TextOptions(Delimiter.TAB, LineEnd.LF, HeaderLines.NONE, false));
    }

    @ParameterizedTest
    @CsvSource({"delimiter,comma", "delimiter,tab", "lineEnd,lf", "line-end,crlf", "header,true", "HEADER,false",
            "header,each",
            "excelSafe,false", "excel_safe,true"})
    void ndjsonRefusesThemEvenWhereTheySayWhatIsSoAnyway(String name, String value) {
        for (Format format : List.of(Format.NDJSON, Format.NDJSON_GZ)) {
            List<Violation> violations = catchThrowableOfType(RefusedException.class,
                    () -> FormatOptions.resolve(format, Map.of(name, List.of(value)), DEFAULTS)).violations();

            assertThat(violations).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualToIgnoringCase(name.replaceAll("[-_]", ""));
                assertThat(violation.value()).isEqualTo(value);
                assertThat(violation.message())
                        .isEqualTo("Must not be given for " + format.extension() + ": it says how CSV is written.");
            });
        }
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        List<Violation> violations = catchThrowableOfType(RefusedException.class,
                () -> FormatOptions.resolve(Format.NDJSON, Map.of("header", List.of("true"), "rows", List.of("0")),
                        DEFAULTS))
                .violations();

        assertThat(violations).extracting(Violation::field).containsExactlyInAnyOrder("header", "rows");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = {"CSV", "NDJSON"})
    void shardsJoinedAreTheWholeWithAndWithoutHeader(Format format) {
        Request plain = Request.rows(6_000).daily().seed(44);
        for (Request request : List.of(plain,
                plain.text(new TextOptions(Delimiter.SEMICOLON, LineEnd.CRLF, HeaderLines.NONE, true)),
                plain.text(new TextOptions(Delimiter.COMMA, LineEnd.LF, HeaderLines.FIRST, true)))) {
            Bytes joined = new Bytes();
            for (int shard = 1; shard <= 4; shard++) {
                BlockSource source = PlannedExport.of(request.shard(shard, 4).spec()).blocks(format);
                for (long block = 0; block < source.blocks(); block++) {
                    source.encode(block, joined);
                }
            }
            assertThat(joined.toArray()).isEqualTo(Bytes.of(request, format).toArray());
        }
    }

    @Test
    void whereEachShardHasAHeaderItIsThatShardBehindIt() {
        Request plain = Request.rows(6_000).daily().seed(44);
        String header = Bytes.of(plain, Format.CSV).toString().split("\n", 2)[0] + "\n";
        for (int shard = 1; shard <= 4; shard++) {
            Request part = plain.shard(shard, 4);
            assertThat(Bytes.of(part.text(TextOptions.DEFAULT.with(HeaderLines.EACH)), Format.CSV).toString())
                    .isEqualTo((shard == 1 ? "" : header) + Bytes.of(part, Format.CSV));
        }
    }

    @Test
    void theMediaTypeSaysWhetherThereIsAHeader() {
        Request request = Request.rows(6_000).daily();

        assertThat(Format.CSV.mediaType(request.spec())).isEqualTo("text/csv; charset=us-ascii; header=present");
        assertThat(Format.CSV.mediaType(request.shard(2, 3).spec()))
                .isEqualTo("text/csv; charset=us-ascii; header=absent");
        assertThat(Format.CSV
                .mediaType(request.text(new TextOptions(Delimiter.COMMA, LineEnd.LF, HeaderLines.NONE, false)).spec()))
                .isEqualTo("text/csv; charset=us-ascii; header=absent");
        assertThat(Format.CSV.mediaType(request.shard(2, 3)
                .text(TextOptions.DEFAULT.with(HeaderLines.EACH)).spec()))
                .isEqualTo("text/csv; charset=us-ascii; header=present");
        assertThat(Format.NDJSON.mediaType(request.spec())).isEqualTo("application/x-ndjson");
    }
}
