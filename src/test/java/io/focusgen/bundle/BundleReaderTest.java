package io.focusgen.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;
import io.focusgen.stream.Format;

class BundleReaderTest {

    private static List<Violation> violations(String query) {
        return catchThrowableOfType(RefusedException.class, () -> Asked.request(query)).violations();
    }

    @Test
    void whatIsNotGivenIsTheDefault() {
        BundleRequest request = Asked.request("provider=aws");
        assertThat(request.format()).isEqualTo(Format.CSV);
        assertThat(request.layout()).isEqualTo(Layout.MONTHLY);
        assertThat(request.parts()).isEqualTo(1);
        assertThat(Asked.request("format=csv").dataset()).isEqualTo(Asked.request("scenario=sampleco").dataset());
    }

    @ParameterizedTest
    @EnumSource
    void everyDocumentedExampleAndDefaultIsRead(BundleParameter parameter) {
        Asked.request("provider=aws&" + parameter.label() + "=" + parameter.example());
        assertThat(Asked.request("provider=aws&" + parameter.label() + "=" + parameter.defaultValue()))
                .isEqualTo(Asked.request("provider=aws"));
    }

    @Test
    void namesAndValuesMayBeSpeltInAnyWay() {
        BundleRequest request = Asked.request("rows=1k&FORMAT=CSV.GZ&Layout=Hive&PARTS=1_000");
        assertThat(request.format()).isEqualTo(Format.CSV_GZ);
        assertThat(request.layout()).isEqualTo(Layout.HIVE);
        assertThat(request.parts()).isEqualTo(1_000);
        assertThat(request.canonical().query()).startsWith("provider=aws&")
                .endsWith("&format=csv.gz&layout=hive&parts=1000");
        assertThat(request.canonical().fingerprint("1"))
                .isNotEqualTo(Asked.request("rows=1k&layout=hive").canonical().fingerprint("1"));
    }

    @ParameterizedTest
    @CsvSource({"format, xlsx, ", "format, parkuet, parquet", "layout, mothly, monthly", "layout, '', ",
            "parts, 0, 1", "parts, 1001, 1000", "parts, some, "})
    void whatIsWrongIsRefusedWithTheNearest(String name, String value, String nearest) {
        assertThat(violations("provider=aws&" + name + "=" + value)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(name);
            assertThat(violation.message()).startsWith("Must be ");
            assertThat(violation.nearest()).isEqualTo(nearest);
        });
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThat(violations("parts=0&layout=x&format=x&rows=0&layuot=single&parts=3")).extracting(Violation::field)
                .containsExactlyInAnyOrder("parts", "layout", "format", "rows", "layuot");
        assertThat(violations("layuot=single&rows=5")).singleElement()
                .satisfies(violation -> assertThat(violation.nearest()).isEqualTo("layout"));
        assertThat(violations("format=ndjson&delimiter=tab&rows=0")).extracting(Violation::field)
                .containsExactlyInAnyOrder("delimiter", "rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shard=1/2", "shard=1/2&layout=hive", "shard=1/2&layout=single&parts=2"})
    void aShardIsOfASingleFileInOnePart(String query) {
        assertThat(violations("rows=20000&" + query)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("shard");
            assertThat(violation.nearest()).isEqualTo("1/1");
        });
        assertThat(Asked.request("rows=20000&shard=1/2&layout=single").dataset().spec().shard()).hasToString("1/2");
        assertThat(Asked.request("rows=20000&shard=1/1&parts=2").parts()).isEqualTo(2);
    }

    @Test
    void thereIsAnEndOfFiles() {
        assertThat(violations("months=120&parts=100&provider=aws&month=2015-01")).singleElement()
                .satisfies(violation -> assertThat(violation.nearest()).isEqualTo("83"));
        assertThat(Asked.request("months=120&parts=83&month=2015-01").dataFiles()).isEqualTo(9_960);
        assertThat(Asked.request("months=120&parts=1000&layout=single&month=2015-01").dataFiles()).isEqualTo(1_000);
    }
}
