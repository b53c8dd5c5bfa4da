package io.focusgen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;

/**
 * What is wrong with settings, from the failures of a start. A value that could not be converted is shown by none of these
 * sentences, because it may be a secret: they name the variable and say what is allowed.
 */
final class SettingFailures {

    /** How the framework begins to tell of a value that it could not convert; the value and its cause follow. */
    private static final Pattern UNREADABLE = Pattern
            .compile("The config property (\\S+) with the config value ");

    /** How it begins to tell of any other failure while it reads settings. */
    private static final Pattern KIND = Pattern.compile("^([a-z]\\w*\\.)+\\w+(Exception|Error): (SRCFG\\d+: )?");

    /** A line of application.properties: a property, and the variable that its value is in. */
    private static final Pattern NAMED = Pattern.compile("(?m)^([a-z][\\w.-]*)=\\$\\{([A-Z][A-Z0-9_]*)[:}]");

    private static final String DURATION = "a duration such as 90s, 15m, 8h or 7d";
    private static final String SIZE = "a number of bytes such as 1048576, 512M or 20G";
    private static final String REQUESTS = "a whole number from 1 to 2147483647";
    private static final String FROM_ONE = "a whole number from 1 on";
    private static final String TRUTH = "true or false";

    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("API_PORT", "a whole number from 1 to 65535"),
            Map.entry("SESSION_MAX_AGE", DURATION),
            Map.entry("HTTPS_ONLY", TRUTH),
            Map.entry("RATE_LIMIT_PER_MINUTE", REQUESTS),
            Map.entry("RATE_LIMIT_PER_HOUR", REQUESTS),
            Map.entry("RATE_LIMIT_PER_DAY", REQUESTS),
            Map.entry("RATE_LIMIT_QUERIES_PER_MINUTE", REQUESTS),
            Map.entry("ROW_LIMIT_PER_DAY", "a whole number from 1 to 1000000000000000"),
            Map.entry("STREAMS_PER_CALLER", FROM_ONE),
            Map.entry("LOG_LEVEL", "ERROR, WARN, INFO, DEBUG or TRACE"),
            Map.entry("TRACE_RATIO", "a number from 0 to 1"),
            Map.entry("FOCUS_KEYS_RELOAD", DURATION),
            Map.entry("FOCUS_STREAM_SLOTS", FROM_ONE),
            Map.entry("FOCUS_STREAM_PLAN_SLOTS", FROM_ONE),
            Map.entry("FOCUS_STREAM_CHUNK_BYTES", "a number of bytes from 32K to 256K"),
            Map.entry("FOCUS_STREAM_BLOCKS_IN_FLIGHT", FROM_ONE),
            Map.entry("FOCUS_STREAM_THREADS", FROM_ONE),
            Map.entry("FOCUS_STREAM_STALL_TIMEOUT", DURATION),
            Map.entry("FOCUS_REQUEST_HEAD_TIMEOUT", DURATION),
            Map.entry("FOCUS_REQUEST_BODY_TIMEOUT", DURATION),
            Map.entry("FOCUS_REQUEST_BODY_MEMORY", SIZE),
            Map.entry("DATA_QUOTA", SIZE),
            Map.entry("DATA_MAX_AGE", DURATION),
            Map.entry("S3_PATH_STYLE", TRUTH),
            Map.entry("S3_LINK_EXPIRY", DURATION),
            Map.entry("REPLICAS", FROM_ONE),
            Map.entry("JOB_QUEUE", FROM_ONE),
            Map.entry("JOBS_AT_ONCE", FROM_ONE),
            Map.entry("JOB_KEEP", DURATION),
            Map.entry("JOB_LEASE", DURATION),
            Map.entry("JOB_LISTENERS", FROM_ONE),
            Map.entry("REDIS_TYPE", "standalone, cluster or sentinel"),
            Map.entry("CACHE_MEMORY", SIZE),
            Map.entry("CACHE_TTL", "a whole number from 1 to 604800"),
            Map.entry("SHUTDOWN_GRACE", DURATION),
            Map.entry("MAX_CONNECTIONS", FROM_ONE),
            Map.entry("WEBHOOK_RETRY_FOR", DURATION));

    private SettingFailures() {
    }

    /** A sentence per line for each setting that is to blame; empty where none is. */
    static Optional<String> sentences(Throwable failure) {
        Set<String> unreadable = new TreeSet<>();
        String told = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigValidationException several) {
                unreadable.addAll(IntStream.range(0, several.getProblemCount())
                        .mapToObj(each -> sentence(several.getProblem(each).getMessage())).toList());
            } else if (UNREADABLE.matcher(String.valueOf(cause.getMessage())).find()) {
                unreadable.add(sentence(cause.getMessage()));
            } else if (cause instanceof ConfigurationException) {
                told = cause.getMessage();
            }
        }
        return unreadable.isEmpty() ? Optional.ofNullable(told) : Optional.of(String.join("\n", unreadable));
    }

    /** Of what the framework says about one setting. */
    static String sentence(@Nullable String message) {
        String given = String.valueOf(message);
        Matcher unreadable = UNREADABLE.matcher(given);
        if (!unreadable.find()) {
            return KIND.matcher(given).replaceFirst("");
        }
        String property = unreadable.group(1);
        String variable = variables().getOrDefault(property,
                property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        String allowed = ALLOWED.get(variable);
        return allowed == null
                ? variable + " has a value that cannot be read. .env.example says what it may be."
                : variable + " must be " + allowed + ", or be left out.";
    }

    /** Names of variables that have what is said of them. */
    static Set<String> told() {
        return ALLOWED.keySet();
    }

    /** Variables by the names of their properties. */
    private static Map<String, String> variables() {
        try (InputStream in = SettingFailures.class.getResourceAsStream("/application.properties")) {
            if (in == null) {
                throw new IllegalStateException("no application.properties");
            }
            Stream<MatchResult> lines = NAMED.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results();
            return lines.collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
