package io.focusgen.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.http.streaming.Admission;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** What no client should do: each attempt ends as it must, in time, and a small file is the same after all of them. */
@QuarkusTest
@TestProfile(AbusesTest.Telling.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class AbusesTest {

    private static final int MANY = 200;

    /** Tells receivers of jobs: where none is told, every receiver is refused, whatever it is. */
    public static class Telling implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("WEBHOOK_SECRETS", Service.WEBHOOK_SECRET, "focus.disk.dir", "target/test-data/abuses");
        }
    }

    @TestHTTPResource("/")
    URI service;

    @Inject
    Admission admission;

    private byte[] before = new byte[0];

    static Stream<Abuse> onOneConnection() {
        return Stream.of(FramingAbuses.all(false), HeadAbuses.all(), EchoAbuses.all()).flatMap(List::stream);
    }

    static Stream<Abuse> slowOrMany() {
        return PaceAbuses.all(MANY).stream();
    }

    @BeforeEach
    void look() throws Exception {
        if (before.length == 0) {
            before = Door.of(service, false).get(Attack.SMALL).body();
        }
        assertThat(before).hasSizeGreaterThan(100_000);
    }

    @AfterEach
    void nothingIsHeld() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admission.streams().taken() == 0 && admission.plans().taken() == 0);
    }

    @AfterAll
    void aFileIsTheSame() throws Exception {
        assertThat(Door.of(service, false).get(Attack.SMALL).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("onOneConnection")
    void endsAsItMust(Abuse abuse) throws Exception {
        abuse.run(Door.of(service, false));
    }

    @ParameterizedTest
    @MethodSource("slowOrMany")
    void othersAreAnswered(Abuse abuse) throws Exception {
        abuse.run(Door.of(service, false));
    }

    @Test
    void noPathLeadsOutOfWhereItBegins() throws Exception {
        for (Abuse abuse : PathAbuses.all()) {
            abuse.run(Door.of(service, false));
        }
    }

    @Test
    void noJobReachesWhatItsCallerCouldNot() throws Exception {
        assertThat(SsrfAbuses.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(SsrfAbuses.takesReceivers(Door.of(service, false))).as("else each one is refused").isTrue();
        for (Abuse abuse : SsrfAbuses.all()) {
            abuse.run(Door.of(service, false));
        }
    }

    @Test
    void thereAreEnough() {
        assertThat(onOneConnection()).hasSizeGreaterThanOrEqualTo(40).extracting(Abuse::name).doesNotHaveDuplicates();
    }
}
