package io.focusgen.guard.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.http.LogWatch;
import io.focusgen.testing.TestKeys;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;

@Timeout(60)
class KeyRingTest {

    private record Config(Optional<String> list, Optional<Path> file, Duration reload) implements KeyConfig {
    }

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void tearDown() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private KeyRing ring(@Nullable String list, @Nullable Path file) {
        return ring(list, file, Duration.ofSeconds(1));
    }

    private KeyRing ring(@Nullable String list, @Nullable Path file, Duration reload) {
        return new KeyRing(vertx, new Config(Optional.ofNullable(list), Optional.ofNullable(file), reload));
    }

    private static String line(String label) {
        return TestKeys.line(label, "name", "generate", "");
    }

    private static boolean has(KeyRing ring, String label) {
        return ring.find(Fingerprint.of(TestKeys.key(label)), Instant.now()).isPresent();
    }

    /** As an editor or Kubernetes does it: another file takes the name. */
    private void replace(Path file, String text) throws IOException {
        Files.move(Files.writeString(folder.resolve("next"), text), file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void withoutSettingsThereAreNoKeys() {
        assertThat(ring(null, null).configured()).isFalse();
        assertThat(has(ring(null, null), "a")).isFalse();
    }

    @Test
    void aChangedFileIsReadAgainAndABrokenOneChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), line("old"));
        KeyRing ring = ring(line("fixed"), file);
        assertThat(has(ring, "fixed") && has(ring, "old") && !has(ring, "new")).isTrue();

        replace(file, line("old") + "\n" + line("new"));
        await().until(() -> has(ring, "new"));
        assertThat(has(ring, "fixed") && has(ring, "old")).isTrue();

        replace(file, line("new"));
        await().until(() -> !has(ring, "old"));

        try (LogWatch log = new LogWatch()) {
            replace(file, "name=" + TestKeys.key("secret"));
            await().until(() -> !complaints(log).isEmpty());
            assertThat(log.complaints).noneMatch(line -> line.contains(TestKeys.key("secret")));
            replace(file, line("new") + "\n" + line("newer"));
            await().until(() -> has(ring, "newer"));
            Files.delete(file);
            await().until(() -> complaints(log).size() == 2);
        }
        assertThat(has(ring, "fixed") && has(ring, "new")).isTrue();

        replace(file, "# nobody");
        await().until(() -> !has(ring, "new"));
        assertThat(has(ring, "fixed")).isTrue();
    }

    /** Who writes in place makes the file empty first: what a look meets then is not believed until the next one meets it, too. */
    @Test
    void keysAreNotLostToALookThatMeetsHalfAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("keys"),
                line("one") + "\n" + TestKeys.line("two", "name", "generate", " expires=2020-01-01"));
        String whole = Files.readString(file);
        KeyRing ring = ring(null, file, Duration.ofHours(1));
        for (String half : List.of("", line("one") + "\n", whole.substring(0, whole.lastIndexOf(' ')))) {
            look(ring, file, half);
            assertThat(has(ring, "one")).as(half).isTrue();
            assertThat(ring.expired(Fingerprint.of(TestKeys.key("two")), Instant.now())).as(half).isTrue();
            look(ring, file, whole);
        }
        look(ring, file, whole + "\n" + line("three"));
        assertThat(has(ring, "three")).as("a new key is good at once").isTrue();

        look(ring, file, line("three"));
        assertThat(has(ring, "one")).isTrue();
        look(ring, file, line("three"));
        assertThat(has(ring, "one")).as("it is really gone").isFalse();
        assertThat(has(ring, "three")).isTrue();
    }

    /** Those of the ring: something else may be running. */
    private static List<String> complaints(LogWatch log) {
        return log.complaints.stream().filter(line -> line.startsWith(KeyRing.class.getName())).toList();
    }

    /** Has the file looked at as the timer does, which waits as long as it may here. */
    private void look(KeyRing ring, Path file, String text) throws IOException {
        Files.writeString(file, text);
        ring.look(file).toCompletionStage().handle((read, unreadable) -> true).toCompletableFuture().join();
    }

    @Test
    void everyLossIsComplainedAboutThoughTheSameFileComesBack() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), line("one"));
        KeyRing ring = ring(null, file, Duration.ofHours(1));
        try (LogWatch log = new LogWatch()) {
            for (int loss = 1; loss <= 2; loss++) {
                Files.delete(file);
                for (int i = 0; i < 2; i++) {
                    ring.look(file).toCompletionStage().handle((read, unreadable) -> true).toCompletableFuture().join();
                }
                assertThat(complaints(log)).hasSize(loss);
                look(ring, file, line("one"));
            }
        }
    }

    @Test
    void anExpiredKeyIsKnownAndOfNoUse() {
        KeyRing ring = ring(TestKeys.line("a", "x", "generate", " expires=2030-01-01"), null);
        Fingerprint key = Fingerprint.of(TestKeys.key("a"));

        assertThat(ring.find(key, Instant.parse("2029-12-31T23:59:59Z"))).isPresent();
        assertThat(ring.find(key, Instant.parse("2030-01-01T00:00:00Z"))).isEmpty();
        assertThat(ring.expired(key, Instant.parse("2030-01-01T00:00:00Z"))).isTrue();
        assertThat(ring.expired(Fingerprint.of("other"), Instant.parse("2030-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void whatCannotBeUsedStopsTheStart() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "# nobody\n");
        Path wrong = Files.writeString(folder.resolve("wrong"), "name=x\n");

        assertThatThrownBy(() -> ring("name=x", null)).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("API_KEYS cannot be read: key number 1 is wrong: ");
        assertThatThrownBy(() -> ring(" ; ", null)).hasMessageStartingWith("API_KEYS has no key.");
        assertThatThrownBy(() -> ring(null, empty)).hasMessageStartingWith("There is no key in API_KEYS_FILE=");
        assertThatThrownBy(() -> ring(null, wrong)).hasMessageContaining("cannot be used: key number 1 is wrong");
        assertThatThrownBy(() -> ring(null, folder.resolve("none"))).hasMessageContaining("cannot be read.");
        assertThatThrownBy(() -> ring(line("a"), Files.writeString(folder.resolve("same"), line("a"))))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new KeyRing(vertx,
                new Config(Optional.empty(), Optional.empty(), Duration.ofMillis(999))))
                .hasMessageStartingWith("FOCUS_KEYS_RELOAD=");
    }
}
