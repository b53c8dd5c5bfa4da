package io.focusgen.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.job.Job;
import io.focusgen.job.JobOrder;
import io.focusgen.job.JobProgress;
import io.focusgen.job.JobSettings;
import io.focusgen.job.LentJob;
import io.focusgen.job.Webhook;
import io.focusgen.job.Webhook.State;
import io.focusgen.job.disk.DiskJobStore;
import io.focusgen.job.webhook.Receiver.Received;
import io.focusgen.sink.Checkpoint;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

class WebhookDeliveryTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_" + "QUJD".repeat(10);
    private static final JobSettings SETTINGS = new JobSettings(10, 1, Duration.ofDays(7), Duration.ofSeconds(30), 10);

    @TempDir
    @Nullable
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private Receiver receiver;
    private WebhookCalls calls;
    private DiskJobStore store;
    private final List<State> attempts = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver(null);
        calls = new WebhookCalls(vertx, new HttpClientOptions(), Duration.ofMillis(500));
        store = get(DiskJobStore.open(Objects.requireNonNull(folder), SETTINGS));
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
        store.close();
        vertx.close();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    private Job ended() {
        Webhook webhook = Webhook.to("http://hooks.example.com:" + receiver.port() + "/in?a=b");
        Job job = Job.queued("me", new JobOrder("rows=1", "c".repeat(64), "disk", "1", 1, 1), Instant.now(), webhook);
        get(store.add(job, null));
        LentJob lent = get(store.claim()).orElseThrow();
        Job whole = lent.job().with(JobProgress.NONE.at(new Checkpoint(1, 500, "", ""), 50)).completed(Instant.now());
        get(store.save(lent.lease(), whole));
        return whole;
    }

    private WebhookDelivery delivery(Duration retryFor) {
        WebhookGuard guard = new WebhookGuard(List.of("example.com"), Set.of(receiver.port()),
                host -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress())), address -> Optional.empty());
        // A chance that makes the first wait as short as none.
        WebhookRetries retries = new WebhookRetries(() -> -2);
        return new WebhookDelivery(() -> Uni.createFrom().item(store), guard,
                new WebhookSecrets(List.of(SECRET, OTHER)), calls, retries, retryFor, List.of(attempts::add));
    }

    private Webhook deliver(Job job, Duration retryFor) {
        get(delivery(retryFor).deliverDue());
        return Objects.requireNonNull(get(store.find(job.id())).orElseThrow().webhook());
    }

    private Webhook deliver(Job job) {
        return deliver(job, Duration.ofDays(1));
    }

    @Test
    void aReceiverLearnsWhatHasBecomeOfTheJob() throws IOException {
        Job job = ended();

        assertThat(deliver(job)).isEqualTo(
                new Webhook(Objects.requireNonNull(job.webhook()).url(), State.DELIVERED, 1, null, "HTTP 204"));
        Received message = receiver.received().get(0);
        assertThat(message.path()).isEqualTo("/in?a=b");
        assertThat(message.host()).isEqualTo("hooks.example.com:" + receiver.port());
        assertThat(message.isSignedWith(SECRET)).isTrue();
        assertThat(message.isSignedWith(OTHER)).isTrue();
        assertThat(message.isSignedWith("whsec_" + "QUJE".repeat(10))).isFalse();
        assertThat(message.timestamp()).isCloseTo(Instant.now().getEpochSecond(),
                Offset.offset(20L));
        assertThat(message.body()).hasSizeLessThan(20_000);
        JsonNode body = new ObjectMapper().readTree(message.body());
        assertThat(body.path("type").asText()).isEqualTo("job.completed");
        assertThat(body.path("timestamp").asText()).isEqualTo(String.valueOf(job.times().ended()));
        assertThat(body.path("data").toString()).isEqualTo("{\"id\":\"" + job.id()
                + "\",\"status\":\"completed\",\"rows\":50,\"bytes\":500,\"url\":\"/api/v1/jobs/" + job.id() + "\"}");
        deliver(job);
        assertThat(receiver.received()).hasSize(1);
        assertThat(attempts).containsExactly(State.DELIVERED);
    }

    @Test
    void whatFailsIsTriedAgainAsTheSameMessageByTheNextProcessToo() throws IOException {
        Job job = ended();
        receiver.answers(500, 503);

        assertThat(deliver(job)).extracting(Webhook::state, Webhook::attempts, Webhook::outcome)
                .containsExactly(State.PENDING, 1, "HTTP 500");
        assertThat(deliver(job).outcome()).isEqualTo("HTTP 503");
        store.close();
        store = get(DiskJobStore.open(Objects.requireNonNull(folder), SETTINGS));
        assertThat(deliver(job)).extracting(Webhook::state, Webhook::attempts, Webhook::outcome)
                .containsExactly(State.DELIVERED, 3, "HTTP 204");

        assertThat(receiver.received()).hasSize(3).allMatch(message -> message.isSignedWith(SECRET));
        assertThat(receiver.received()).extracting(Received::id).containsOnly("msg_" + job.id());
        assertThat(receiver.received()).extracting(Received::body).containsOnly(receiver.received().get(0).body());
    }

    @Test
    void anAttemptOfAProcessThatEndsInItIsMadeAgain() {
        Job job = ended();
        receiver.answers(Receiver.SILENCE);
        Cancellable process = delivery(Duration.ofDays(1)).deliverDue().subscribe().with(done -> {
        });
        await().until(() -> receiver.received().size() == 1);
        process.cancel();

        Webhook begun = Objects.requireNonNull(get(store.find(job.id())).orElseThrow().webhook());
        assertThat(begun).extracting(Webhook::state, Webhook::attempts).containsExactly(State.PENDING, 1);
        assertThat(get(store.owing(Instant.now(), 10))).isEmpty();
        assertThat(get(store.owing(Instant.now().plusSeconds(61), 10))).extracting(Job::id).containsExactly(job.id());
    }

    @Test
    void aReceiverThatIsSilentIsNotWaitedFor() {
        Job job = ended();
        receiver.answers(Receiver.SILENCE);
        long start = System.nanoTime();

        assertThat(deliver(job)).extracting(Webhook::state, Webhook::outcome).containsExactly(State.PENDING,
                "no answer within 15 seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(deliver(job).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void redirectsAreNotFollowed() {
        Job job = ended();
        receiver.answers(302, 307);

        assertThat(deliver(job)).extracting(Webhook::state, Webhook::outcome).containsExactly(State.PENDING,
                "HTTP 302");
        assertThat(deliver(job).outcome()).isEqualTo("HTTP 307");
        assertThat(receiver.received()).extracting(Received::path).containsOnly("/in?a=b");
    }

    @Test
    void aReceiverThatIsGoneIsLeftAlone() {
        Job job = ended();
        receiver.answers(410);

        assertThat(deliver(job)).extracting(Webhook::state, Webhook::outcome).containsExactly(State.GIVEN_UP,
                "HTTP 410");
        deliver(job);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void itIsNotTriedForEver() {
        Job job = ended();
        receiver.answers(500);

        assertThat(deliver(job, Duration.ofDays(-1))).extracting(Webhook::state, Webhook::outcome)
                .containsExactly(State.GIVEN_UP, "HTTP 500");
    }

    @Test
    void nobodyThereIsTriedAgain() {
        Job job = ended();
        receiver.close();

        assertThat(deliver(job)).extracting(Webhook::state, Webhook::outcome).containsExactly(State.PENDING,
                "no connection");
    }

    @Test
    void anAddressThatIsNotPublicIsNotConnectedTo() {
        Job job = ended();
        WebhookGuard guard = new WebhookGuard(List.of("example.com"), Set.of(receiver.port()),
                host -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress())));
        get(new WebhookDelivery(() -> Uni.createFrom().item(store), guard, new WebhookSecrets(List.of(SECRET)), calls,
                new WebhookRetries(() -> 0), Duration.ofDays(1), List.of()).deliverDue());

        Webhook now = Objects.requireNonNull(get(store.find(job.id())).orElseThrow().webhook());
        assertThat(now.outcome()).contains("not public").doesNotContain("127.0.0.1");
        assertThat(receiver.received()).isEmpty();
    }
}
