package io.focusgen.http.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.focusgen.http.monitoring.HealthPart.Condition;
import io.focusgen.http.monitoring.HealthPart.State;

class HealthWatchTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Instant now = START;
    private State state = State.UP;

    private final HealthPart part = new HealthPart() {
        @Override
        public String name() {
            return "redis";
        }

        @Override
        public Condition now() {
            return new Condition(state, Map.of("configured", true));
        }
    };

    private final HealthPart other = new HealthPart() {
        @Override
        public String name() {
            return "cache";
        }

        @Override
        public Condition now() {
            return new Condition(State.UP, Map.of());
        }
    };

    private final HealthWatch watch = new HealthWatch(List.of(part, other), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void itKnowsSinceWhenAPartIsAsItIs() {
        assertThat(watch.look()).extracting(HealthWatch.Part::name).containsExactly("cache", "redis");
        now = START.plusSeconds(60);
        assertThat(watch.look().get(1).since()).isEqualTo(START);

        state = State.DEGRADED;
        assertThat(watch.look().get(1).since()).isEqualTo(now);
        assertThat(watch.look().get(0).since()).isEqualTo(START);
    }

    @Test
    void theDocumentBeginsWithTheWorstOfAll() {
        state = State.DEGRADED;

        Map<String, Object> document = HealthResource.document(watch.look());

        assertThat(document).containsEntry("state", "degraded");
        assertThat(document.get("components")).isEqualTo(Map.of(
                "cache", Map.of("state", "up", "since", "2026-03-01T10:00:00Z"),
                "redis", Map.of("state", "degraded", "since", "2026-03-01T10:00:00Z", "configured", true)));
    }
}
