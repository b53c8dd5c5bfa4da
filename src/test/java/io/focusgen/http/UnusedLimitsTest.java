package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.testing.FakeEngine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Rows are counted where they are sent, and what is refused or fails uses nothing up. */
@QuarkusTest
@TestProfile(LimitedService.Limited.class)
class UnusedLimitsTest extends LimitedService {

    @Test
    void whatTheClientHoldsAlreadyIsARequestButNoRows() {
        HttpResponse<String> first = get(CSV + "?rows=600");
        assertThat(items(first, "RateLimit").get("rows")).containsEntry("r", "400");
        HttpResponse<String> second = get(CSV + "?rows=600", "If-None-Match", header(first, "ETag"));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(header(second, "X-RateLimit-Remaining")).isEqualTo("1");
        assertThat(ask("HEAD", CSV + "?rows=600").statusCode()).isEqualTo(200);
        assertThat(ask("HEAD", CSV + "?rows=600").statusCode()).isEqualTo(429);
    }

    @Test
    void rowsAreCountedBeforeTheFirstIsSent() {
        assertThat(get(CSV + "?rows=600").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = get(CSV + "?rows=401");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json(answer).at("/violated-policies/0").asText()).isEqualTo("rows");
        assertThat(json(answer).get("detail").asText())
                .startsWith("These are 401 rows, and you have 400 left of 1000 in any 24 h; ask again in ");
        assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(86_000, 86_400);
        assertThat(items(answer, "RateLimit").get("rows"))
                .isEqualTo(Map.of("r", "400", "t", header(answer, "Retry-After")));
        assertThat(items(answer, "RateLimit").get("minute")).as("it uses nothing up").containsEntry("r", "2");
        assertThat(header(answer, "X-RateLimit-Limit")).isEqualTo("1000");
        assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo("400");
        assertThat(Long.parseLong(header(answer, "X-RateLimit-Reset")) - Instant.now().getEpochSecond())
                .isBetween(86_000L, 86_400L);
        HttpResponse<String> fits = get(CSV + "?rows=400");
        assertThat(fits.statusCode()).isEqualTo(200);
        assertThat(items(fits, "RateLimit").get("rows")).containsEntry("r", "0");
    }

    @Test
    void whatIsRefusedForItsRowsOrFailsIsNoRequest() {
        double used = used("streams");
        double rows = used("rows");
        double returned = metric("focus_ratelimit_returns_total{class=\"streams\"}");
        assertThat(get(CSV + "?rows=900").statusCode()).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> tooMany = get(CSV + "?rows=101");
            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(items(tooMany, "RateLimit").get("minute")).containsEntry("r", "2");
            HttpResponse<String> failed = get(CSV + "?rows=1&seed=" + FakeEngine.FAILS_TO_PLAN);
            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(items(failed, "RateLimit").get("minute")).containsEntry("r", "2");
            assertThat(items(failed, "RateLimit").get("hour")).containsEntry("r", "99");
        }
        assertThat(get(CSV + "?rows=99").statusCode()).isEqualTo(200);
        assertThat(get(ROW).statusCode()).isEqualTo(200);
        assertThat(json(get(ROW)).at("/violated-policies/0").asText()).isEqualTo("minute");
        assertThat(metric("focus_ratelimit_returns_total{class=\"streams\"}")).isEqualTo(returned + 10);
        assertThat(used("streams")).as("admitted and not given back").isEqualTo(used + 3);
        assertThat(used("rows")).isEqualTo(rows + 3);
    }

    private double used(String what) {
        return metric("focus_ratelimit_decisions_total{class=\"" + what + "\",decision=\"admitted\"}")
                - metric("focus_ratelimit_returns_total{class=\"" + what + "\"}");
    }

    @Test
    void whatFindsNoSlotIsNoRequest() throws IOException {
        engine.planGate = new CountDownLatch(1);
        List<RawConnection> busy = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                RawConnection one = new RawConnection(root);
                busy.add(one);
                one.send(
                        "GET " + CSV + "?rows=999&seed=" + FakeEngine.PLANS_LONG + " HTTP/1.1\r\nX-Forwarded-For: 10.8."
                                + i + ".1");
            }
            await().until(() -> places.callers() == 4);
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> answer = get(ROW);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(items(answer, "RateLimit").get("minute")).containsEntry("r", "3");
                assertThat(items(answer, "RateLimit").get("day")).isEqualTo(Map.of("r", "2000", "t", "0"));
            }
        } finally {
            engine.planGate.countDown();
            for (RawConnection one : busy) {
                one.close();
            }
        }
        await().until(() -> places.callers() == 0);
        assertThat(header(get(ROW), "X-RateLimit-Remaining")).isEqualTo("2");
    }

    @Test
    void ofManyAtOnceAsManyAreServedAsMayBeWithThoseRefusedForTheirRowsAmongThem() {
        assertThat(get(CSV + "?rows=900").statusCode()).isEqualTo(200);
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            paths.add(i % 2 == 0 ? ROW : CSV + "?rows=500");
        }
        long served = paths.parallelStream().filter(path -> get(path).statusCode() == 200).count();
        assertThat(served).isLessThanOrEqualTo(2);
        while (get(ROW).statusCode() == 200) {
            served++;
        }
        assertThat(served).isEqualTo(2);
    }

    @Test
    void whoIsSuspendedIsToldWhenRowsAreThereAgain() {
        assertThat(get(CSV + "?rows=1000").statusCode()).isEqualTo(200);
        for (int i = 0; i < 31; i++) {
            assertThat(get(ROW).statusCode()).isEqualTo(429);
        }

        HttpResponse<String> answer = get(ROW);

        assertThat(json(answer).get("type").asText()).isEqualTo("/problems/abnormal-usage-detected");
        assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(86_000, 87_840);
        assertThat(items(answer, "RateLimit").get("rows")).containsEntry("r", "0");
    }

    @Test
    void moreRowsThanEverIsARequestToChange() {
        HttpResponse<String> answer = get(CSV + "?rows=501&provider=aws,gcp");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(items(answer, "RateLimit").get("minute")).as("it was planned").containsEntry("r", "2");
        assertThat(json(answer).at("/violations/0/field").asText()).isEqualTo("rows");
        assertThat(json(answer).at("/violations/0/allowed").asText())
                .isEqualTo("Must be fewer: these are all rows of the request, and you may have 1000 in any 24 h.");
        assertThat(items(get(CSV + "?rows=500&provider=aws,gcp"), "RateLimit").get("rows")).containsEntry("r", "0");
    }

    @ParameterizedTest
    @CsvSource({FakeEngine.FAILS_TO_PLAN + ",500", FakeEngine.FAILS_IN_FIRST_BLOCK + ",500",
            FakeEngine.REFUSES_TO_PLAN + ",400"})
    void rowsThatWereNeverSentAreGivenBack(long seed, int status) {
        await().untilAsserted(() -> {
            another();
            assertThat(get(CSV + "?rows=900&seed=" + seed).statusCode()).isEqualTo(status);
            HttpResponse<String> again = get(CSV + "?rows=1000");
            assertThat(again.statusCode()).as(again.body() + again.headers().map()).isEqualTo(200);
        });
    }

    @Test
    void aJobBelongsToWhoItsProxySaysAndCostsItsRows() {
        String order = "{\"rows\":600,\"month\":\"2026-01\"}";
        HttpResponse<String> taken = client.post("/api/v1/jobs", order, from("6.6.6.6, " + address));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(items(taken, "RateLimit").get("rows")).containsEntry("r", "400");
        String job = header(taken, "Location");
        assertThat(get(job).statusCode()).isEqualTo(200);
        assertThat(client.get(job, from("6.6.6.6")).statusCode()).isEqualTo(404);
        assertThat(client.post("/api/v1/jobs", order, from(address)).statusCode()).isEqualTo(429);
        assertThat(get("/api/v1/bundle.zip?rows=200&month=2026-01&months=2").statusCode()).isEqualTo(200);
    }
}
