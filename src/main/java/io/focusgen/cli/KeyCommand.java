package io.focusgen.cli;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.guard.Scope;
import io.focusgen.guard.key.ApiKey;
import io.focusgen.guard.key.Fingerprint;
import io.focusgen.guard.key.KeyLine;
import io.focusgen.guard.key.KeyText;
import picocli.CommandLine.ParseResult;

/** {@code key}: makes an API key, which is written once and kept nowhere, and the line that lets it in. */
final class KeyCommand extends Verb {

    static final String VERB = "key";

    private static final String NAME = "--name";
    private static final String SCOPES = "--scopes";
    private static final String EXPIRES = "--expires";
    private static final List<String> ALL_SCOPES = Stream.of(Scope.values()).map(Scope::label).toList();

    private final SecureRandom chance;

    KeyCommand(SecureRandom chance, Console console) {
        super(VERB, List.of(), console);
        this.chance = chance;
        command().usageMessage().header("Makes an API key, and the line that makes a service take it.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB + " --name NAME [--scopes SCOPES]"
                        + " [--expires YYYY-MM-DD]")
                .description("",
                        "Writes two lines: the key, which is for whoever asks and is kept nowhere else, and a line with its",
                        "SHA-256, which is for the service: in API_KEYS, lines separated by semicolons, or in the file that",
                        "API_KEYS_FILE names. Two keys of one name are one caller, so that one can follow the other.",
                        "");
        examples("A key for streams and jobs", "key --name reports",
                "One for whoever administers, good for a while", "key --name ops --scopes admin --expires 2030-01-01");
        Options.addTextTo(command(), NAME, "NAME", List.of(), "Who is to have it.", "Allowed: " + ApiKey.NAMES + ".");
        Options.addTextTo(command(), SCOPES, "SCOPES", ALL_SCOPES, "What it is good for, separated by commas.",
                "Allowed: " + String.join(", ", ALL_SCOPES) + ".", "Default: generate");
        Options.addTextTo(command(), EXPIRES, "YYYY-MM-DD", List.of(),
                "The day, in UTC, from whose begin on it is of no use.", "Default: never");
        Options.addWordsTo(command(), "WORD", "");
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        Options options = new Options(arguments, List.of());
        options.refuseWords();
        String name = options.given(NAME).orElse(null);
        if (name == null || !ApiKey.isName(name)) {
            options.refuse(NAME, name, "Must be " + ApiKey.NAMES + ".", null);
        }
        Set<Scope> scopes = options.given(SCOPES).map(given -> scopes(options, given))
                .orElse(Set.of(Scope.GENERATE));
        LocalDate expires = options.given(EXPIRES).map(given -> day(options, given)).orElse(null);
        write(options.done(() -> text(String.valueOf(name), scopes, expires)), "-", "text/plain");
    }

    private String text(String name, Set<Scope> scopes, @Nullable LocalDate expires) {
        String key = KeyText.make(chance);
        return key + "\n" + KeyLine.write(name, Fingerprint.of(key), scopes, expires) + "\n";
    }

    private static Set<Scope> scopes(Options options, String given) {
        try {
            return KeyLine.scopes(given);
        } catch (IllegalArgumentException wrong) {
            options.refuse(SCOPES, given, "Must be some of " + String.join(", ", ALL_SCOPES) + ", separated by commas.",
                    null);
            return Set.of(Scope.GENERATE);
        }
    }

    private static @Nullable LocalDate day(Options options, String given) {
        try {
            LocalDate day = LocalDate.parse(given);
            if (day.isAfter(LocalDate.now(ZoneOffset.UTC))) {
                return day;
            }
        } catch (DateTimeException wrong) {
            // Refused below.
        }
        options.refuse(EXPIRES, given, "Must be a day to come, such as 2030-01-01.", null);
        return null;
    }
}
