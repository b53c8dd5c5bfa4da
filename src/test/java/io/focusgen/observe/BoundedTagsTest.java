package io.focusgen.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;

class BoundedTagsTest {

    private static String method(String given) {
        Meter.Id id = new Meter.Id("http.server.requests", Tags.of("method", given), null, null, Meter.Type.TIMER);
        return new BoundedTags().methods().map(id).getTag("method");
    }

    @Test
    void aMethodThatSomebodyInventedMakesNoSeriesOfItsOwn() {
        assertThat(method("GET")).isEqualTo("GET");
        assertThat(method("PATCH")).isEqualTo("PATCH");
        assertThat(method("XQWZRTLLMNOP")).isEqualTo("OTHER");
        assertThat(method("get")).isEqualTo("OTHER");
    }
}
