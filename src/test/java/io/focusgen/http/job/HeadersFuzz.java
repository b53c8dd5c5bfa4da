package io.focusgen.http.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.focusgen.http.EntityTags;
import io.focusgen.spec.SpecFuzz;
import io.focusgen.spec.Violation;

/** A text as the headers that a reader of files may send: ranges, entity tags, keys of idempotency. */
public final class HeadersFuzz {

    private static final String TAG = "\"0123\"";
    private static final long[] SIZES = {0, 1, 10, 1_000_000, Long.MAX_VALUE};

    private HeadersFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String header = new String(data, StandardCharsets.UTF_8);
        for (long size : SIZES) {
            range(header, size);
        }
        SpecFuzz.require(!EntityTags.named(header, TAG) || header.contains(TAG), "a tag that is there", header);
        SpecFuzz.require(!EntityTags.namedStrongly(header, TAG) || EntityTags.named(header, TAG), "weak as well",
                header);
        SpecFuzz.require(EntityTags.any(header) == header.strip().equals("*"), "a star", header);
        idempotencyKey(header);
    }

    private static void range(String header, long size) {
        Optional<ByteRange> range = ByteRange.of(header, size);
        if (range.isEmpty()) {
            return;
        }
        long first = range.get().first();
        long end = range.get().end();
        SpecFuzz.require(first >= 0 && first <= size && end <= size, "within " + size + " bytes", range + header);
        SpecFuzz.require(range.get().isEmpty() || range.get().length() > 0, "a part", range + header);
        SpecFuzz.require(header.strip().matches("bytes=[0-9]*-[0-9]*"), "one range", header);
    }

    private static void idempotencyKey(String header) {
        Optional<Violation> refusal = IdempotencyKey.refusal(List.of(header));
        boolean visible = !header.isEmpty() && header.length() <= 255
                && header.chars().allMatch(c -> c > ' ' && c <= '~');
        SpecFuzz.require(refusal.isEmpty() == visible, "taken where it is visible ASCII", header);
        SpecFuzz.require(IdempotencyKey.refusal(List.of(header, header)).isPresent(), "taken once", header);
    }
}
