package io.focusgen.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;

class BoundedTagsTest {

    private static Meter.Id id(String tag, String value) {
        return new Meter.Id("http.server.requests", Tags.of(tag, value), null, null, Meter.Type.TIMER);
    }

    private static String method(String given) {
        return new BoundedTags().methods().map(id("method", given)).getTag("method");
    }

    private static String uri(String given) {
        return new BoundedTags().paths().map(id("uri", given)).getTag("uri");
    }

    @Test
    void aPathIsThatOfTheTable() {
        assertThat(uri("/q/health/ready")).isEqualTo("/q/health/ready");
        assertThat(uri("/api/v1/{name}")).isEqualTo("/api/v1/{dataset}.{format}");
        assertThat(uri("/api/v1/cost-and-usage.xlsx")).isEqualTo("/api/v1/{dataset}.{format}");
        assertThat(uri("/problems/overloaded")).isEqualTo("/problems/{type}");
        assertThat(uri("/q/swagger-ui/x.js")).isEqualTo("/q/swagger-ui");
        assertThat(uri("NOT_FOUND")).isEqualTo("NOT_FOUND");
        assertThat(uri("/%%%")).isEqualTo("OTHER");
    }

    @Test
    void aMethodThatSomebodyInventedMakesNoSeriesOfItsOwn() {
        assertThat(method("GET")).isEqualTo("GET");
        assertThat(method("PATCH")).isEqualTo("PATCH");
        assertThat(method("XQWZRTLLMNOP")).isEqualTo("OTHER");
        assertThat(method("get")).isEqualTo("OTHER");
        Meter.Id ours = new Meter.Id("ft.invocations.total", Tags.of("method", "io.focusgen.A.call"), null, null,
                Meter.Type.COUNTER);
        assertThat(new BoundedTags().methods().map(ours).getTag("method")).isEqualTo("io.focusgen.A.call");
    }
}
