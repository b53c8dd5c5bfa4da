package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.focusgen.spec.Profile;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/**
 * What the engine writes is what it wrote when the digests were last recorded. A difference is meant or a mistake;
 * {@code make golden} records it, and the message of that commit says why.
 */
class EngineGoldenTest {

    private static final String RESOURCE = "/golden/blocks.csv";
    private static final Path FILE = Path.of("src/test/resources" + RESOURCE);
    private static final String HEADER = "profile,granularity,rows,blocks,block,bytes,sha256";

    @Test
    void blocksOfEveryProfileAreThoseRecorded() throws IOException {
        List<String> now = now();
        if ("write".equals(System.getProperty("focusgen.golden"))) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, now, StandardCharsets.US_ASCII);
        }
        assertThat(now).isEqualTo(Files.readAllLines(FILE, StandardCharsets.US_ASCII));
    }

    private static List<String> now() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (Profile profile : Profile.values()) {
            add(lines, Request.rows(200_000).hourly().profile(profile).month("2026-02").seed(42));
            add(lines, Request.rows(10_000).daily().profile(profile).month("2025-12").seed(42));
        }
        return lines;
    }

    private static void add(List<String> lines, Request request) {
        BlockSource source = PlannedExport.of(request.spec()).blocks(Format.CSV);
        long last = source.blocks() - 1;
        for (long block : new long[]{0, last / 2, last}) {
            lines.add(line(request, source, Long.toString(block), Bytes.of(source, block)));
        }
        // A few blocks are a few resources: the whole tells of the others, though not where they differ.
        lines.add(line(request, source, "all", Bytes.of(source)));
    }

    private static String line(Request request, BlockSource source, String block, Bytes bytes) {
        return String.join(",", request.spec().profile().label(), request.bill().granularity().label(),
                Long.toString(request.spec().rows()), Long.toString(source.blocks()), block,
                Integer.toString(bytes.length()), bytes.digest());
    }
}
