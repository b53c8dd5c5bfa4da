package io.focusgen.cli;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** Of at most 16 digits, so that it is a number. */
    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,15}");

    private static final String EVERYBODYS = "as for everybody";

    private static final long MOST_REQUESTS = Integer.MAX_VALUE;
    private static final long MOST_ROWS = 1_000_000_000_000_000L;

    /**
     * A limit of its own.
     *
     * @param field of the line
     * @param most from 1 on
     * @param needed whether the others need it
     * @param standard what holds where it is not given
     */
    private record Limit(String option, String field, long most, boolean needed, String help, String standard) {
    }

    private static final List<Limit> LIMITS = List.of(
            new Limit("--per-minute", "minute", MOST_REQUESTS, true, "Requests for streams and jobs in any minute.",
                    EVERYBODYS),
            new Limit("--per-hour", "hour", MOST_REQUESTS, true, "The same in any hour.", EVERYBODYS),
            new Limit("--per-day", "day", MOST_REQUESTS, true, "The same in any 24 hours.", EVERYBODYS),
            new Limit("--streams", "streams", MOST_REQUESTS, true, "Answers with rows at once, from each process.",
                    EVERYBODYS),
            new Limit("--rows-per-day", "rows", MOST_ROWS, false, "Data rows in any 24 hours.",
                    "as many as are asked for"),
            new Limit("--queries-per-minute", "queries", MOST_REQUESTS, false,
                    "Requests for previews, the catalogue and what is about jobs in any minute.", EVERYBODYS));

    /** The first of them are for ever longer times: so many follow a shorter one. */
    private static final int WINDOWS = 2;

    private final SecureRandom chance;

    KeyCommand(SecureRandom chance, Console console) {
        super(VERB, List.of(), console);
        this.chance = chance;
        command().usageMessage().header("Makes an API key, and the line that makes a service take it.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB + " --name NAME [--scopes SCOPES]"
                        + " [--expires YYYY-MM-DD] [--per-minute N --per-hour N --per-day N --streams N [--rows-per-day N]"
                        + " [--queries-per-minute N]]")
                .description("",
                        "Writes two lines: the key, which is for whoever asks and is kept nowhere else, and a line with its",
                        "SHA-256, which is for the service: in API_KEYS, lines separated by semicolons, or in the file that",
                        "API_KEYS_FILE names. Two keys of one name are one caller, so that one can follow the other.",
                        "");
        examples("A key for streams and jobs", "key --name reports",
                "One for whoever administers, good for a while", "key --name ops --scopes admin --expires 2030-01-01",
                "One with limits of its own",
                "key --name nightly --per-minute 100 --per-hour 1000 --per-day 10000 --streams 16");
        Options.addTextTo(command(), NAME, "NAME", List.of(), "Who is to have it.", "Allowed: " + ApiKey.NAMES + ".");
        Options.addTextTo(command(), SCOPES, "SCOPES", ALL_SCOPES, "What it is good for, separated by commas.",
                "Allowed: " + String.join(", ", ALL_SCOPES) + ".", "Default: generate");
        Options.addTextTo(command(), EXPIRES, "YYYY-MM-DD", List.of(),
                "The day, in UTC, from whose begin on it is of no use.", "Default: never");
        for (Limit limit : LIMITS) {
            Options.addTextTo(command(), limit.option, "N", List.of(), limit.help,
                    "Allowed: 1 to " + limit.most
                            + (limit.needed ? "; with the other three." : "; with the first four of these."),
                    "Default: " + limit.standard);
        }
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
        Map<String, Long> limits = limits(options);
        write(options.done(() -> text(String.valueOf(name), scopes, expires, limits)), "-", "text/plain");
    }

    private String text(String name, Set<Scope> scopes, @Nullable LocalDate expires, Map<String, Long> limits) {
        String key = KeyText.make(chance);
        return key + "\n" + KeyLine.write(name, Fingerprint.of(key), scopes, expires, limits) + "\n";
    }

    /** Those that the service has for everybody are not known here: so it is all of them, or none. */
    private static Map<String, Long> limits(Options options) {
        Map<Limit, String> given = new LinkedHashMap<>();
        LIMITS.forEach(limit -> options.given(limit.option).ifPresent(value -> given.put(limit, value)));
        Map<String, Long> limits = new LinkedHashMap<>();
        given.forEach((limit, value) -> {
            if (WHOLE.matcher(value).matches() && Long.parseLong(value) <= limit.most) {
                limits.put(limit.field, Long.parseLong(value));
            } else {
                options.refuse(limit.option, value, "Must be a whole number from 1 to " + limit.most + ".", null);
            }
        });
        List<Limit> missing = LIMITS.stream().filter(limit -> limit.needed && !given.containsKey(limit)).toList();
        if (!given.isEmpty()) {
            missing.forEach(limit -> options.refuse(limit.option, null,
                    "Must be given, too: limits of its own are --per-minute, --per-hour, --per-day and --streams together.",
                    null));
        }
        if (!missing.isEmpty() || limits.size() != given.size()) {
            return Map.of();
        }
        for (int longer = 1; longer <= WINDOWS; longer++) {
            refuseLess(options, LIMITS.get(longer - 1), LIMITS.get(longer), limits);
        }
        // What was refused must not become a line.
        return KeyLine.rising(limits.getOrDefault("minute", 0L), limits.getOrDefault("hour", 0L),
                limits.getOrDefault("day", 0L)) ? limits : Map.of();
    }

    /** A limit of a longer time that is less makes the other one say what never holds. */
    private static void refuseLess(Options options, Limit shorter, Limit longer, Map<String, Long> limits) {
        long least = limits.getOrDefault(shorter.field, 0L);
        long given = limits.getOrDefault(longer.field, least);
        if (given < least) {
            options.refuse(longer.option, Long.toString(given),
                    "Must be at least " + shorter.option + ", which is " + least + ".", null);
        }
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
