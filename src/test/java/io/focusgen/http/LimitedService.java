package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;

import io.focusgen.limit.Places;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;

/** Tests of limits: each asks from an address of its own, as its proxy says. */
abstract class LimitedService {

    private static final AtomicInteger CALLERS = new AtomicInteger();
    static final String ROW = CSV + "?rows=1";

    /** An item of a list of structured fields: a quoted name and parameters that are numbers or quoted texts. */
    private static final Pattern ITEM = Pattern.compile("\"([a-z]+)\"((?:;[a-z-]+=(?:\\d+|\"[a-z-]+\"))+)(?:, |$)");

    /** Small limits behind a proxy. */
    public static class Limited extends FakeEngine.Profile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>();
            config.put("TRUSTED_PROXIES", "127.0.0.1,10.200.0.0/16");
            config.put("focus.limit.per-minute", "3");
            config.put("focus.limit.per-hour", "100");
            config.put("focus.limit.per-day", "2000");
            config.put("focus.limit.queries-per-minute", "4");
            config.put("focus.limit.rows-per-day", "1000");
            config.put("focus.limit.streams-per-caller", "2");
            config.put("focus.stream.slots", "4");
            return config;
        }
    }

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @Inject
    FakeEngine engine;

    @Inject
    Places places;

    Client client;
    String address;

    @BeforeEach
    void anotherAddress() {
        engine.planGate = new CountDownLatch(0);
        client = new Client(service);
        another();
    }

    /** From here on somebody else asks. */
    final void another() {
        address = "10.1." + CALLERS.incrementAndGet() + ".1";
    }

    HttpResponse<String> ask(String method, String path, String... headers) {
        return client.send(method, path, from(address, headers));
    }

    HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, headers);
    }

    static String[] from(String forwarded, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("X-Forwarded-For");
        all.add(forwarded);
        return all.toArray(String[]::new);
    }

    static Map<String, Map<String, String>> items(HttpResponse<String> answer, String name) {
        Map<String, Map<String, String>> items = new HashMap<>();
        Matcher item = ITEM.matcher(header(answer, name));
        int end = 0;
        while (item.find()) {
            assertThat(item.start()).isEqualTo(end);
            end = item.end();
            Map<String, String> parameters = new HashMap<>();
            for (String parameter : item.group(2).substring(1).split(";")) {
                String[] pair = parameter.split("=");
                parameters.put(pair[0], pair[1]);
            }
            items.put(item.group(1), parameters);
        }
        assertThat(end).as(header(answer, name)).isEqualTo(header(answer, name).length());
        return items;
    }

    double metric(String name) {
        return client.get("/q/metrics").body().lines().filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1))).findFirst().orElseThrow();
    }
}
