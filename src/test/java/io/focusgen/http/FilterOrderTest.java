package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.filter.RegisteredFilters;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The order in which filters run is that of the table. */
@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
class FilterOrderTest {

    private static final String SESSION = Endpoint.SESSION.template();

    @Inject
    RegisteredFilters registered;

    @TestHTTPResource("/")
    URI root;

    /** Only origins that are trusted need the one for CORS, only a collector the one for traces. */
    @Test
    void theServiceRunsThoseOfTheTableEachOnce() {
        Set<FilterOrder> here = EnumSet.complementOf(EnumSet.of(FilterOrder.CORS, FilterOrder.TRACE));

        assertThat(
                registered.priorities().stream().filter(priority -> priority >= FilterOrder.EARLY_REFUSAL.priority()))
                .containsExactlyElementsOf(here.stream().map(FilterOrder::priority).toList());
    }

    /** Where a request is wrong in several ways, the earlier place says what is wrong. */
    @Test
    void theEarlierPlaceAnswers() throws IOException {
        String later = "\r\nSec-Fetch-Site: cross-site\r\nX-API-Key: a";

        assertThat(head("PUT /%zz", "\r\nHost: a\r\nContent-Length: 99999999" + later)).startsWith("HTTP/1.1 400 ");
        assertThat(head("PUT /q/x", "\r\nHost: a\r\nContent-Length: 99999999" + later)).startsWith("HTTP/1.1 400 ");
        assertThat(head("PUT /q/x", "\r\nContent-Length: 99999999" + later)).startsWith("HTTP/1.1 413 ");
        assertThat(head("PUT /q/x", "\r\nContent-Length: 1" + later)).startsWith("HTTP/1.1 404 ");
        assertThat(head("PUT " + Client.CSV, "\r\nContent-Length: 1" + later)).startsWith("HTTP/1.1 405 ");
        assertThat(head("DELETE " + SESSION, "\r\nContent-Length: 1" + later)).startsWith("HTTP/1.1 403 ");
        assertThat(head("DELETE " + SESSION, "\r\nContent-Length: 1\r\nX-API-Key: a")).startsWith("HTTP/1.1 400 ");
        assertThat(head("DELETE " + SESSION, "\r\nX-API-Key: a")).startsWith("HTTP/1.1 401 ");
        assertThat(head("OPTIONS " + SESSION, "\r\nX-API-Key: a")).startsWith("HTTP/1.1 204 ");
    }

    private String head(String line, String headers) throws IOException {
        try (RawConnection connection = new RawConnection(root)) {
            return connection.send(line + " HTTP/1.1" + headers).readHead();
        }
    }
}
