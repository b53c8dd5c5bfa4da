package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.guard.Scope;
import io.focusgen.guard.key.ApiKey;
import io.focusgen.guard.key.ApiKeys;
import io.focusgen.guard.key.Fingerprint;
import io.focusgen.guard.key.KeyText;
import io.focusgen.limit.Allowance;
import io.focusgen.spec.Defaults;
import io.focusgen.testing.FakeEngine;

class KeyCommandTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Console console = new Console(Channels.newChannel(output),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8), false);
        return new CommandLineInterface(new FakeEngine(), new Defaults(YearMonth.of(2026, 3), () -> 77), console)
                .run(arguments);
    }

    private List<String> lines() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void theLineLetsTheKeyInAndDoesNotShowIt() {
        assertThat(run("key", "--name", "ops", "--scopes", "admin,generate", "--expires", "2030-01-01")).isZero();

        assertThat(lines()).hasSize(2);
        assertThat(KeyText.isWellFormed(lines().get(0))).isTrue();
        assertThat(lines().get(1)).doesNotContain(lines().get(0).substring(4));
        ApiKey key = ApiKeys.parse(lines().get(1)).find(Fingerprint.of(lines().get(0))).orElseThrow();
        assertThat(key.name()).isEqualTo("ops");
        assertThat(key.scopes()).containsExactlyInAnyOrder(Scope.ADMIN, Scope.GENERATE);
        assertThat(key.expires()).contains(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void everyKeyIsAnotherOneAndNobodyAdministersUnasked() {
        assertThat(run("key", "--name", "a")).isZero();
        assertThat(run("key", "--name", "a")).isZero();

        assertThat(lines()).doesNotHaveDuplicates().hasSize(4);
        assertThat(lines().get(1)).contains("scopes=generate").doesNotContain("expires");
    }

    @Test
    void limitsOfItsOwnAreInTheLine() {
        assertThat(run("key", "--name", "a", "--per-minute", "100", "--per-hour", "1000", "--per-day", "10000",
                "--streams", "16", "--rows-per-day", "1000000000000000")).isZero();
        assertThat(run("key", "--name", "b", "--per-minute", "1", "--per-hour", "1", "--per-day", "2147483647",
                "--streams", "1", "--queries-per-minute", "600")).isZero();

        ApiKeys keys = ApiKeys.parse(lines().get(1) + "\n" + lines().get(3));
        assertThat(keys.find(Fingerprint.of(lines().get(0))).orElseThrow().caller().own())
                .contains(new Allowance(100, 1000, 10_000, 1_000_000_000_000_000L, 16));
        assertThat(keys.find(Fingerprint.of(lines().get(2))).orElseThrow().caller().own())
                .contains(new Allowance(1, 1, Integer.MAX_VALUE, Allowance.UNLIMITED, 1, OptionalInt.of(600)));
    }

    @Test
    void aLimitOfALongerTimeIsNotLess() {
        assertThat(
                run("key", "--name", "a", "--per-minute", "10", "--per-hour", "5", "--per-day", "1", "--streams", "1"))
                .isEqualTo(CommandLineInterface.REFUSED);

        assertThat(messages.toString(StandardCharsets.UTF_8)).contains(
                "--per-hour 5: Must be at least --per-minute, which is 10.",
                "--per-day 1: Must be at least --per-hour, which is 5.");
        assertThat(output.size()).isZero();
    }

    @Test
    void limitsOfItsOwnAreGivenTogether() {
        assertThat(run("key", "--name", "a", "--rows-per-day", "5", "--per-hour", "7"))
                .isEqualTo(CommandLineInterface.REFUSED);

        assertThat(messages.toString(StandardCharsets.UTF_8))
                .contains("--per-minute: Must be given, too", "--per-day: ",
                        "--streams: ")
                .doesNotContain("--per-hour: ");
        assertThat(output.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"--per-minute, 0, 'Must be a whole number from 1 to 2147483647.'",
            "--per-day, 2147483648, Must be a whole number", "--streams, -1, Must be a whole number",
            "--rows-per-day, 1000000000000001, 'Must be a whole number from 1 to 1000000000000000.'",
            "--rows-per-day, 99999999999999999999, Must be a whole number", "--per-hour, 1e3, Must be a whole number",
            "--name, a b, 'Must be 1 to 64 letters'", "--scopes, all, 'Must be some of generate, validate, admin'",
            "--expires, tomorrow, 'Must be a day to come, such as 2030-01-01.'",
            "--expires, 2030-02-30, Must be a day to come", "--expires, 2020-01-01, Must be a day to come",
            "--nme, x, There is no such option."})
    void whatIsWrongIsSaidAndNoKeyIsMade(String option, String value, String said) {
        assertThat(option.equals("--name") ? run("key", option, value) : run("key", "--name", "a", option, value))
                .isEqualTo(CommandLineInterface.REFUSED);

        assertThat(messages.toString(StandardCharsets.UTF_8)).contains(option, said);
        assertThat(output.size()).isZero();
    }

    @Test
    void aKeyHasAName() {
        assertThat(run("key")).isEqualTo(CommandLineInterface.REFUSED);

        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("--name: Must be 1 to 64 letters");
    }
}
