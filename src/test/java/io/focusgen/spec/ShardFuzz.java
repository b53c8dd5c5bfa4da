package io.focusgen.spec;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** A text as a shard: what is suggested instead of a wrong one is right. */
public final class ShardFuzz {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 7);

    private ShardFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            Shard shard = read(text);
            SpecFuzz.require(shard.index() >= 1 && shard.index() <= shard.count(), "within its number", text);
            SpecFuzz.require(read(shard.toString()).equals(shard), "the same again", text);
        } catch (RefusedException refused) {
            SpecFuzz.requireExplained(refused);
            String nearest = refused.violations().get(0).nearest();
            if (nearest != null) {
                read(nearest);
            }
        }
    }

    private static Shard read(String text) {
        return SpecReader.read(Map.of("shard", List.of(text)), DEFAULTS).shard();
    }
}
