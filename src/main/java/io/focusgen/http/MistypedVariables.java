package io.focusgen.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.EnvConfigSource;

/**
 * Warns of variables of the environment, and of a file {@code .env}, that are nearly called like one of ours: one that is
 * mistyped does nothing, and a limit that does nothing is noticed late. What is called like nothing of ours is not ours.
 */
@ApplicationScoped
public class MistypedVariables {

    private static final Logger LOG = Logger.getLogger(MistypedVariables.class);

    /** Names in our lines of application.properties. */
    private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");

    /** Those that no such line names, because their values are found by the name of the setting. */
    private static final List<String> UNNAMED = List.of("FOCUS_KEYS_RELOAD", "FOCUS_REQUEST_BODY_MEMORY",
            "FOCUS_REQUEST_BODY_TIMEOUT", "FOCUS_REQUEST_HEAD_TIMEOUT", "FOCUS_STREAM_BLOCKS_IN_FLIGHT",
            "FOCUS_STREAM_CHUNK_BYTES", "FOCUS_STREAM_PLAN_SLOTS", "FOCUS_STREAM_SLOTS", "FOCUS_STREAM_STALL_TIMEOUT",
            "FOCUS_STREAM_THREADS");

    /** One typing error for so many letters; with more, names of others would be taken for ours. */
    private static final int LETTERS_PER_ERROR = 8;

    void warn(@Observes StartupEvent start, Config config) {
        Set<String> given = new TreeSet<>();
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(EnvConfigSource.class::isInstance).forEach(source -> given.addAll(source.getPropertyNames()));
        warnings(given, known()).forEach(LOG::warn);
    }

    /** All variables that change something. */
    static Set<String> known() {
        Set<String> known = new TreeSet<>(UNNAMED);
        try (InputStream in = MistypedVariables.class.getResourceAsStream("/application.properties")) {
            if (in == null) {
                throw new IllegalStateException("no application.properties");
            }
            NAMED.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results()
                    .forEach(found -> known.add(found.group(1)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return known;
    }

    /** A sentence for each of {@code given} that is none of {@code known} but nearly; values are not looked at. */
    static List<String> warnings(Collection<String> given, Collection<String> known) {
        List<String> warnings = new ArrayList<>();
        for (String name : given) {
            // Lower case with dots is how the file has settings by their own names.
            if (!known.contains(name) && name.equals(name.toUpperCase(Locale.ROOT))) {
                nearest(name, known).ifPresent(near -> warnings.add("The environment has " + Violation.echo(name)
                        + ", which changes nothing. The variable is called " + near + "."));
            }
        }
        return warnings;
    }

    private static Optional<String> nearest(String given, Collection<String> known) {
        String plain = Spelling.plain(given);
        return known.stream().filter(name -> Spelling.edits(plain, Spelling.plain(name)) <= most(name)
                || begins(name, given)).findFirst();
    }

    private static int most(String name) {
        return Math.max(1, Spelling.plain(name).length() / LETTERS_PER_ERROR);
    }

    /** Whether words are missing at the end; a single word begins names of others, too. */
    private static boolean begins(String name, String given) {
        return given.indexOf('_') > 0 && name.startsWith(given + '_');
    }
}
