package io.focusgen.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.testing.Bytes;

class BundleSizeTest {

    /** A tenth for text; Parquet gains with the rows of a group, so that its estimate is above. */
    @ParameterizedTest
    @CsvSource({"csv, provider=aws&rows=300, 0.15", "csv, provider=azure&rows=100k, 0.15",
            "csv.gz, provider=aws&rows=100k&parts=3, 0.15", "ndjson, provider=gcp&rows=30k&layout=single, 0.15",
            "csv.zst, 'provider=aws,gcp&rows=20k&months=2', 0.15", "parquet, provider=aws&rows=100k, 0.5"})
    void theSizeOfAllRowsIsKnownAboutBeforehand(String format, String query, double error) {
        Bundle bundle = Asked.bundle(query + "&month=2026-01&format=" + format);
        long bytes = 0;
        long largest = 0;
        for (BundleFile file : bundle.files().stream().filter(BundleFile::isData).toList()) {
            long length = Bytes.of(file.open()).length();
            bytes += length;
            largest = Math.max(largest, length);
        }

        BundleSize size = bundle.size();

        assertThat(size.bytes() / (double) bytes).as("%s, really %d and %d", size, bytes, largest).isCloseTo(1,
                within(error));
        assertThat(size.largest() / (double) largest).isCloseTo(1, within(error));
    }

    @Test
    void twelveBillionRowsTakeNoLonger() {
        Bundle bundle = Asked.bundle("provider=aws&rows=1e9&months=12&month=2025-01");

        assertThat(bundle.size().bytes()).isBetween(5_000_000_000_000L, 20_000_000_000_000L);
        assertThat(bundle.size().rows()).isEqualTo(12_000_000_000L);
    }
}
