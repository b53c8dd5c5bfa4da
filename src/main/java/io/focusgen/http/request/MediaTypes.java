package io.focusgen.http.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import io.vertx.core.MultiMap;

/** The types of body that are read. */
enum MediaTypes {
    JSON("application/json", JsonBody::parse),
    FORM("application/x-www-form-urlencoded", MediaTypes::form);

    /** UTF-8 and what is a part of it. */
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii", "ascii");

    private final String label;
    private final Function<String, Given> reader;

    MediaTypes(String label, Function<String, Given> reader) {
        this.label = label;
        this.reader = reader;
    }

    Given read(String text) {
        return reader.apply(text);
    }

    /** All labels, in order. */
    static List<String> labels() {
        return Stream.of(values()).map(type -> type.label).toList();
    }

    /**
     * What these headers say about the body; empty where they say nothing.
     *
     * @throws ProblemException where it cannot be read
     */
    static Optional<MediaTypes> of(MultiMap headers) {
        List<String> codings = headers.getAll("Content-Encoding");
        if (codings.stream().anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity"))) {
            throw unsupported("A body is read as it is, not with Content-Encoding "
                    + Violation.echo(String.join(", ", codings)), "");
        }
        List<String> types = headers.getAll("Content-Type");
        if (types.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = types.get(0).split(";", 8);
        String given = parts[0].strip().toLowerCase(Locale.ROOT);
        MediaTypes type = Stream.of(values()).filter(known -> known.label.equals(given)).findFirst()
                .orElseThrow(() -> unsupported(Violation.echo(given) + " is not read here", given));
        if (types.size() > 1 || Stream.of(parts).skip(1).anyMatch(MediaTypes::otherCharset)) {
            throw unsupported("A body is read in UTF-8 and has one Content-Type, not "
                    + Violation.echo(String.join(", ", types)), "");
        }
        return Optional.of(type);
    }

    /** A body without any type. */
    static ProblemException missing() {
        return unsupported("The body has no Content-Type", "");
    }

    /** No name of a parameter begins like an object of JSON; tools send one as a form where nobody tells them what it is. */
    private static Given form(String text) {
        if (text.stripLeading().startsWith("{")) {
            throw new ProblemException(new Failure.Unknown(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body is JSON, but its"
                            + " Content-Type says " + FORM.label + "; send it with Content-Type: " + JSON.label + ".",
                    labels(),
                    JSON.label));
        }
        return Query.form(text);
    }

    private static boolean otherCharset(String parameter) {
        String[] named = parameter.strip().toLowerCase(Locale.ROOT).split("=", 2);
        return named.length == 2 && named[0].strip().equals("charset")
                && !CHARSETS.contains(named[1].strip().replace("\"", ""));
    }

    private static ProblemException unsupported(String what, String given) {
        return new ProblemException(new Failure.Unknown(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                what + "; send " + String.join(" or ", labels()) + ".", labels(),
                Spelling.nearest(given, labels()).orElse(null)));
    }
}
