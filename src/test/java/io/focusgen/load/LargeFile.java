package io.focusgen.load;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.focusgen.bench.HttpGet;
import io.focusgen.encode.ByteOutput;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;

/**
 * An hourly CSV file that is asked for from the service and from the library.
 *
 * @param rows of it, for AWS in March 2026
 * @param seed of the company
 */
record LargeFile(long rows, long seed) {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);

    /** What was received or made: length and SHA-256. */
    record Content(long bytes, String sha256) {
    }

    String path() {
        return "/api/v1/cost-and-usage.csv?granularity=hourly&month=" + MONTH + "&rows=" + rows + "&seed=" + seed;
    }

    /** Without a service. */
    Content made() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("granularity", List.of("hourly"));
        parameters.put("month", List.of(MONTH.toString()));
        parameters.put("rows", List.of(Long.toString(rows)));
        parameters.put("seed", List.of(Long.toString(seed)));
        BlockSource source = PlannedExport.of(SpecReader.read(parameters, new Defaults(MONTH, () -> seed)))
                .blocks(Format.CSV);
        Digest digest = new Digest();
        for (long block = 0; block < source.blocks(); block++) {
            source.encode(block, digest);
        }
        return digest.content();
    }

    /** From a service on the loopback address. @throws java.io.IOException where it does not come to its end */
    Content received(int port, ByteBuffer buffer) throws java.io.IOException {
        MessageDigest sha = sha256();
        try (HttpGet get = new HttpGet(port, path(), buffer).showing(sha::update)) {
            long bytes = get.toEnd();
            return new Content(bytes, HexFormat.of().formatHex(sha.digest()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Keeps nothing of what is encoded but length and SHA-256. */
    private static final class Digest extends ByteOutput {

        private final MessageDigest sha = sha256();
        private long bytes;

        Digest() {
            super(new byte[1 << 17]);
        }

        @Override
        protected void next(int more) {
            flush();
            if (array.length < more) {
                array = new byte[more];
            }
        }

        private void flush() {
            sha.update(array, 0, length);
            bytes += length;
            length = 0;
        }

        Content content() {
            flush();
            return new Content(bytes, HexFormat.of().formatHex(sha.digest()));
        }
    }
}
