package io.focusgen.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.stream.Format;
import io.focusgen.stream.StreamSettings;
import io.focusgen.stream.Streams;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

class ZipBlocksTest {

    private static final int CHUNK = 32 << 10;
    private static final Request REQUEST = Request.rows(7_000).providers("aws", "gcp").months(2).anomalies(2).waste(5);

    @TempDir
    Path folder;

    private static byte[] zip(Bundle bundle) {
        return Bytes.of(ZipBlocks.of(bundle)).toArray();
    }

    /** The entries as who reads from the beginning to the end finds them. */
    private static Map<String, byte[]> streamed(byte... zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entries.put(entry.getName(), in.readAllBytes())).isNull();
            }
        }
        return entries;
    }

    /** The entries as the directory lists them. */
    private Map<String, byte[]> listed(byte... zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Path file = Files.write(folder.resolve("bundle.zip"), zip);
        try (ZipFile read = new ZipFile(file.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) read.stream().map(some -> (ZipEntry) some)::iterator) {
                try (InputStream in = read.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    CRC32 crc = new CRC32();
                    crc.update(bytes);
                    assertThat(entry.getCrc()).isEqualTo(crc.getValue());
                    assertThat(entry.getSize()).isEqualTo(bytes.length);
                    assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2026, 3, 1, 0, 0));
                    assertThat(entries.put(entry.getName(), bytes)).isNull();
                }
            }
        }
        return entries;
    }

    private static void assertWhole(Bundle bundle, Map<String, byte[]> entries) throws IOException {
        List<String> names = new ArrayList<>(Asked.names(bundle));
        names.add("manifest.json");
        assertThat(entries.keySet()).containsExactlyElementsOf(names);
        JsonNode manifest = new ObjectMapper().readTree(entries.get("manifest.json"));
        assertThat(manifest.get("files")).hasSize(names.size() - 1);
        long rows = 0;
        for (JsonNode file : manifest.get("files")) {
            byte[] bytes = entries.get(file.get("name").asText());
            assertThat(bytes).as(file.toString()).isEqualTo(Asked.at(file.get("canonicalUrl").asText()));
            assertThat(file.get("bytes").asLong()).isEqualTo(bytes.length);
            assertThat(file.get("sha256").asText()).isEqualTo(sha256(bytes));
            rows += file.get("rows").asLong();
        }
        assertThat(manifest.get("rows").asLong()).isEqualTo(rows);
    }

    private static String sha256(byte... bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void bothKindsOfReadersFindEveryFileWhole(Format format) throws IOException {
        Bundle bundle = Asked.bundle(REQUEST, format, Layout.MONTHLY, 1);
        byte[] zip = zip(bundle);
        assertWhole(bundle, streamed(zip));
        assertWhole(bundle, listed(zip));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void everyLayoutAndPart(Layout layout) throws IOException {
        Bundle bundle = Asked.bundle(REQUEST, Format.CSV, layout, 3);
        byte[] zip = zip(bundle);
        assertWhole(bundle, streamed(zip));
        assertWhole(bundle, listed(zip));
    }

    @Test
    void rowsOfTextAreASmallPartOfTheirSizeAndPackedOnesHardlyMore() {
        long text = Bytes.of(Request.rows(20_000).daily()).length();
        assertThat(zip(Asked.bundle(Request.rows(20_000).daily(), Format.CSV, Layout.SINGLE, 1)).length)
                .isLessThan((int) (text / 4));
        Request few = Request.rows(20_000).daily();
        long tables = zip(Asked.bundle(few, Format.CSV, Layout.SINGLE, 1)).length
                - Bytes.of(few, Format.CSV_GZ).length();
        long parquet = Bytes.of(few, Format.PARQUET).length();
        assertThat((long) zip(Asked.bundle(few, Format.PARQUET, Layout.SINGLE, 1)).length)
                .isBetween(parquet + tables - 2_000, parquet + tables + 2_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void theBytesDoNotDependOnTheNumberOfThreads(int threads) {
        for (Format format : List.of(Format.CSV, Format.PARQUET)) {
            Bundle bundle = Asked.bundle(REQUEST, format, Layout.MONTHLY, 2);
            byte[] expected = zip(bundle);
            try (Streams streams = new Streams(
                    new StreamSettings(CHUNK, threads + 2, threads, Duration.ofSeconds(60)))) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                streams.of(ZipBlocks.of(bundle)).invoke(item -> {
                    all.writeBytes(item.getBytes());
                    Streams.recycle(item);
                }).collect().last().await().atMost(Duration.ofSeconds(60));
                assertThat(all.toByteArray()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 100, 1_000_000, 5_000_000})
    void numbersBeyondTheLimitStandInRecordsOfZip64(long limit) throws IOException {
        Bundle bundle = Asked.bundle(REQUEST, Format.CSV, Layout.MONTHLY, 1);
        byte[] zip = Bytes.of(ZipBlocks.of(bundle, bundle.stream(), limit)).toArray();
        assertThat(zip.length).isGreaterThan(zip(bundle).length);
        assertWhole(bundle, listed(zip));
    }

    @Test
    void withoutNeedThereIsNoRecordOfZip64() {
        String zip = new String(zip(Asked.bundle(Request.rows(50), Format.CSV, Layout.MONTHLY, 1)),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(zip).doesNotContain("PK\u0006\u0006").contains("PK\u0005\u0006");
    }

    @Test
    void anEntryIsNotClosedBeforeItIsWhole() {
        ZipBlocks blocks = ZipBlocks.of(Asked.bundle(Request.rows(20_000), Format.CSV, Layout.SINGLE, 1));
        blocks.encode(0, new Bytes());
        blocks.encode(2, new Bytes());
        long close = 1;
        while (!blocks.needsOthers(close)) {
            close++;
        }
        long tooEarly = close;
        assertThatThrownBy(() -> blocks.encode(tooEarly, new Bytes())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0 of " + (close - 1) + " blocks");
    }
}
