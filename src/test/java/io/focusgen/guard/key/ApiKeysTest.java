package io.focusgen.guard.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.guard.Scope;
import io.focusgen.limit.Allowance;
import io.focusgen.testing.TestKeys;

class ApiKeysTest {

    private static final String A = TestKeys.line("a", "reports", "generate,admin", "");
    private static final String HEX = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @Test
    void linesMayEndInSemicolonsAndBeComments() {
        ApiKeys keys = ApiKeys
                .parse("# who\n\n" + A + ";" + TestKeys.line("b", "reports", "validate", "") + "\r\n  \n");

        assertThat(keys.size()).isEqualTo(2);
        ApiKey first = keys.find(Fingerprint.of(TestKeys.key("a"))).orElseThrow();
        ApiKey second = keys.find(Fingerprint.of(TestKeys.key("b"))).orElseThrow();
        assertThat(first.scopes()).containsExactlyInAnyOrder(Scope.GENERATE, Scope.ADMIN);
        assertThat(second.scopes()).containsExactly(Scope.VALIDATE);
        assertThat(first.caller().id()).isEqualTo(second.caller().id()).isEqualTo("key:reports");
        assertThat(keys.find(Fingerprint.of(TestKeys.key("c")))).isEmpty();
    }

    @Test
    void aKeyHasAnEndAndLimitsOfItsOwn() {
        ApiKey key = KeyLine.parse(TestKeys.line("a", "x", "generate",
                " expires=2027-01-31 minute=5 hour=50 day=2147483647 streams=2 rows=9000000000"));

        assertThat(key.own()).contains(new Allowance(5, 50, Integer.MAX_VALUE, 9_000_000_000L, 2));
        assertThat(key.expired(Instant.parse("2027-01-30T23:59:59Z"))).isFalse();
        assertThat(key.expired(Instant.parse("2027-01-31T00:00:00Z"))).isTrue();
        assertThat(KeyLine.parse(A).own()).isEmpty();
        assertThat(KeyLine.parse(TestKeys.line("a", "x", "generate", " expires=2027-01-31T12:00:00Z")).expires())
                .isEqualTo(Optional.of(Instant.parse("2027-01-31T12:00:00Z")));
        assertThat(KeyLine.parse(TestKeys.line("a", "x", "generate", " minute=1 hour=1 day=1 streams=1")).own())
                .contains(new Allowance(1, 1, 1, Allowance.UNLIMITED, 1));
        assertThat(KeyLine.parse(TestKeys.line("a", "x", "generate", " minute=1 hour=1 day=1 streams=1 queries=600"))
                .own()).contains(new Allowance(1, 1, 1, Allowance.UNLIMITED, 1, OptionalInt.of(600)));
    }

    @Test
    void whatIsWrittenIsRead() {
        Fingerprint fingerprint = Fingerprint.of("x");
        ApiKey read = KeyLine.parse(KeyLine.write("a.b-c_D", fingerprint, EnumSet.allOf(Scope.class),
                LocalDate.of(2030, 2, 28), Map.of()));

        assertThat(read).isEqualTo(new ApiKey("a.b-c_D", fingerprint, EnumSet.allOf(Scope.class),
                Optional.of(Instant.parse("2030-02-28T00:00:00Z")), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "name=secret", "sha256=" + HEX, "name=a sha256=" + HEX,
            "name=a sha256=secret scopes=generate", "name=a sha256=" + HEX + " scopes=secret",
            "name=a sha256=" + HEX + " scopes=", "name=a sha256=" + HEX + " scopes=generate, ",
            "name=a/secret sha256=" + HEX + " scopes=generate", "name=a name=secret sha256=" + HEX + " scopes=generate",
            "name=a sha256=" + HEX + " scopes=generate expires=secret",
            "name=a sha256=" + HEX + " scopes=generate expires=2027-02-30",
            "name=a sha256=" + HEX + " scopes=generate minute=1",
            "name=a sha256=" + HEX + " scopes=generate queries=1",
            "name=a sha256=" + HEX + " scopes=generate minute=1 hour=1 day=1 streams=1 queries=0",
            "name=a sha256=" + HEX + " scopes=generate minute=0 hour=1 day=1 streams=1",
            "name=a sha256=" + HEX + " scopes=generate minute=2147483648 hour=1 day=1 streams=1",
            "name=a sha256=" + HEX + " scopes=generate minute=2 hour=1 day=2 streams=1",
            "name=a sha256=" + HEX + " scopes=generate minute=1 hour=2 day=1 streams=1",
            "name=a sha256=" + HEX + " scopes=generate minute=secret hour=1 day=1 streams=1",
            "name=a sha256=" + HEX + " scopes=generate secret=1"})
    void whatIsWrongIsSaidAndNotShown(String line) {
        assertThatThrownBy(() -> ApiKeys.parse(A + "\n" + line)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("key number 2 is wrong: it").hasMessageNotContaining("secret")
                .hasMessageNotContaining(HEX);
    }

    @Test
    void everyKeyIsComparedWhetherItIsFoundOrNot() {
        ApiKeys keys = ApiKeys.parse(A + "\n" + TestKeys.line("b", "b", "generate", "") + "\n"
                + TestKeys.line("c", "c", "generate", ""));
        for (String label : List.of("a", "b", "c", "unknown")) {
            AtomicInteger compared = new AtomicInteger();
            Optional<ApiKey> found = keys.find(Fingerprint.of(TestKeys.key(label)), (one, other) -> {
                compared.incrementAndGet();
                return one.equals(other);
            });
            assertThat(compared).as(label).hasValue(3);
            assertThat(found.isPresent()).isNotEqualTo(label.equals("unknown"));
        }
    }

    @Test
    void theSameKeyTwiceAndTooManyAreRefused() {
        String many = IntStream.rangeClosed(0, 1_000).mapToObj(i -> TestKeys.line("k" + i, "x", "generate", ""))
                .collect(Collectors.joining("\n"));

        assertThatThrownBy(() -> ApiKeys.parse(A + "\n" + A)).hasMessageContaining("twice");
        assertThatThrownBy(() -> ApiKeys.parse(many)).hasMessageContaining("more than 1000");
        assertThat(ApiKeys.parse(many.substring(0, many.lastIndexOf('\n'))).size()).isEqualTo(1_000);
        assertThatThrownBy(() -> ApiKeys.parse(A).and(ApiKeys.parse(A))).hasMessageContaining("twice");
    }
}
