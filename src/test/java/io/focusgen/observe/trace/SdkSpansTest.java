package io.focusgen.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.runtime.configuration.ConfigurationException;

class SdkSpansTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private final List<SpanData> ended = new ArrayList<>();

    private Spans spans(double ratio) {
        return SdkSpans.of(new SpanProcessor() {
            @Override
            public void onStart(Context parent, ReadWriteSpan span) {
            }

            @Override
            public boolean isStartRequired() {
                return false;
            }

            @Override
            public void onEnd(ReadableSpan span) {
                ended.add(span.toSpanData());
            }

            @Override
            public boolean isEndRequired() {
                return true;
            }
        }, Resource.empty(), ratio);
    }

    private static void end(Spans.Place place, String name) {
        long now = System.nanoTime();
        place.end(name, "server", now - TimeUnit.MILLISECONDS.toNanos(40), now, Map.of("n", 7L, "word", "w"), null);
    }

    @Test
    void theTraceOfTheCallerGoesOn() {
        Spans.Place place = spans(0).begin("00-" + TRACE + "-" + PARENT + "-01");
        Spans.Place below = place.below();
        end(below, "below");
        end(place, "place");

        SpanData outer = ended.get(1);
        assertThat(outer.getTraceId()).isEqualTo(TRACE).isEqualTo(place.trace());
        assertThat(outer.getParentSpanId()).isEqualTo(PARENT);
        assertThat(outer.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(outer.getEndEpochNanos() - outer.getStartEpochNanos()).isEqualTo(40_000_000);
        assertThat(outer.getAttributes().asMap().values()).containsExactlyInAnyOrder(7L, "w");
        assertThat(ended.get(0).getParentSpanId()).isEqualTo(outer.getSpanId());
        assertThat(ended.get(0).getTraceId()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00-" + TRACE + "-" + PARENT,
            "00-00000000000000000000000000000000-" + PARENT + "-01",
            "00-" + TRACE + "-0000000000000000-01"})
    void whatIsNoTraceBeginsANewOne(String header) {
        Spans.Place place = spans(1).begin(header);
        end(place, "place");
        assertThat(place.trace()).hasSize(32).isNotEqualTo(TRACE);
        assertThat(ended.get(0).getTraceId()).isEqualTo(place.trace());
        assertThat(ended.get(0).getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void aReceiverIsToldWhereItIs() {
        Map<String, String> headers = new HashMap<>();
        Spans.Place place = spans(1).begin(null);
        place.tell(headers::put);
        end(place, "webhook");
        assertThat(headers).containsOnlyKeys("traceparent");
        assertThat(headers.get("traceparent"))
                .isEqualTo("00-" + place.trace() + "-" + ended.get(0).getSpanId() + "-01");
    }

    @Test
    void aJobHasOneTraceInWhateverProcess() {
        Spans.Place part = spans(1).of("job-7").below();
        Spans.Place job = spans(1).of("job-7");
        end(part, "s3 part");
        end(job, "job");
        assertThat(part.trace()).isEqualTo(job.trace()).isNotEqualTo(spans(1).of("job-8").trace());
        assertThat(ended.get(0).getParentSpanId()).isEqualTo(ended.get(1).getSpanId());
    }

    @Test
    void whatIsNotSampledIsNotSent() {
        Spans spans = spans(0);
        end(spans.begin(null), "place");
        end(spans.of("job"), "job");
        end(spans.begin("00-" + TRACE + "-" + PARENT + "-00"), "place");
        assertThat(ended).isEmpty();
    }

    @Test
    void aFailureIsMarked() {
        spans(1).begin(null).end("x", "client", 1, 2, Map.of(), "stalled");
        assertThat(ended.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(ended.get(0).getStatus().getDescription()).isEqualTo("stalled");
    }

    private static TraceConfig config(String endpoint, double ratio) {
        return new TraceConfig() {
            @Override
            public Optional<String> endpoint() {
                return Optional.of(endpoint);
            }

            @Override
            public double ratio() {
                return ratio;
            }

            @Override
            public String serviceName() {
                return "s";
            }
        };
    }

    @Test
    void settingsAreLookedAt() {
        assertThat(TraceSettings.of(config(" ", 1)).endpoint()).isEmpty();
        assertThat(TraceSettings.of(config("http://c:4318/", 1)).endpoint().orElseThrow())
                .hasToString("http://c:4318/v1/traces");
        for (String wrong : List.of("localhost:4318", "grpc://c:1", "http://", "::", "http://a b")) {
            assertThatThrownBy(() -> TraceSettings.of(config(wrong, 1))).as(wrong)
                    .isInstanceOf(ConfigurationException.class).hasMessageContaining("OTEL_EXPORTER_OTLP_ENDPOINT");
        }
        for (double wrong : new double[]{-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> TraceSettings.of(config("", wrong))).isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("TRACE_RATIO");
        }
    }
}
