package io.focusgen.http.request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/**
 * A JSON object as parameters. Strings, numbers and booleans become the text that a query string would have, a number
 * exactly as it is written; an array gives several values; an object is handed on as its own JSON text. Whether a
 * parameter takes such a value is for the reader of parameters to say, who says it with everything else that is wrong.
 */
final class JsonBody {

    /** Names come from strangers: they are neither kept in tables nor interned. */
    private static final JsonFactory JSON = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Bounds.DEPTH)
                    .maxNameLength(Bounds.NAME_CHARACTERS).maxNumberLength(Bounds.NUMBER_CHARACTERS).build())
            .build();

    /** The {@link io.focusgen.spec.ValueType#word} of parameters whose value is a document. */
    private static final String DOCUMENT = "document";

    private final String text;
    private final JsonParser parser;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private int read;

    private JsonBody(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * What the body gives; nothing where it is empty.
     *
     * @throws ProblemException where it is not one JSON object, or beyond a bound
     */
    static Given parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonBody body = new JsonBody(text, parser);
            body.readOrExplain();
            return new Given(body.values, body.violations);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text is read without input or output", impossible);
        }
    }

    private void readOrExplain() throws IOException {
        try {
            read();
        } catch (StreamConstraintsException beyond) {
            // It does not say where.
            throw malformed("A JSON body has at most " + Bounds.DEPTH + " levels, names of " + Bounds.NAME_CHARACTERS
                    + " characters and numbers of " + Bounds.NUMBER_CHARACTERS, parser.currentLocation());
        } catch (JsonProcessingException malformed) {
            throw malformed(sentence(malformed), malformed.getLocation());
        }
    }

    private void read() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            throw malformed("A JSON body is one object whose members are parameters", parser.currentTokenLocation());
        }
        Set<String> seen = new HashSet<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (seen.size() == Bounds.PARAMETERS) {
                throw new RefusedException(List.of(new Violation("body", null, "At most " + Bounds.PARAMETERS
                        + " parameters.", null)));
            }
            Optional<List<String>> given = value(name);
            if (!seen.add(Given.key(name))) {
                violations.add(new Violation(Given.key(name), String.join(", ", given.orElse(List.of())),
                        "Must stand once in the body; several values stand in an array.", null));
            } else {
                given.ifPresent(some -> values.put(name, some));
            }
        }
        if (parser.nextToken() != null) {
            throw malformed("Something follows the object", parser.currentTokenLocation());
        }
    }

    /** Empty where a violation was noted. */
    private Optional<List<String>> value(String name) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return Optional.of(single(name)).filter(one -> !one.isEmpty());
        }
        int start = offset(parser.currentTokenLocation());
        List<String> several = new ArrayList<>();
        int elements = 0;
        while (next() != JsonToken.END_ARRAY) {
            several.addAll(single(name));
            elements++;
        }
        if (elements == 0 && Parameter.byName(name).filter(Parameter::mayBeNone).isEmpty()) {
            return Optional.of(refuse(name, text.substring(start, offset(parser.currentLocation()))))
                    .filter(unknown -> !unknown.isEmpty());
        }
        return several.size() == elements ? Optional.of(several) : Optional.empty();
    }

    private List<String> single(String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return bounded(name, nested());
        }
        if (token == JsonToken.START_ARRAY) {
            return refuse(name, nested());
        }
        if (token == JsonToken.VALUE_NULL) {
            return refuse(name, "null");
        }
        return bounded(name, parser.getText());
    }

    /** The text of the object or array that begins here, its names checked for repetitions. */
    private String nested() throws IOException {
        int start = offset(parser.currentTokenLocation());
        List<Set<String>> open = new ArrayList<>();
        do {
            JsonToken token = parser.currentToken();
            if (token.isStructStart()) {
                open.add(new HashSet<>());
            } else if (token.isStructEnd()) {
                open.remove(open.size() - 1);
            } else if (token == JsonToken.FIELD_NAME && !open.get(open.size() - 1).add(parser.currentName())) {
                throw malformed("The name " + Violation.echo(parser.currentName()) + " stands twice in its object",
                        parser.currentTokenLocation());
            }
        } while (!open.isEmpty() && next() != null);
        return text.substring(start, offset(parser.currentLocation()));
    }

    private JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (++read > Bounds.BODY_VALUES) {
            throw malformed("A body has at most " + Bounds.BODY_VALUES + " names and values",
                    parser.currentTokenLocation());
        }
        return token;
    }

    private List<String> bounded(String name, String value) {
        if (value.length() <= Bounds.VALUE_CHARACTERS || isDocument(name)) {
            return List.of(value);
        }
        violations.add(new Violation(Given.key(name), value,
                "Must have at most " + Bounds.VALUE_CHARACTERS + " characters.", null));
        return List.of();
    }

    /** One that does not exist is handed on to the reader of parameters, who knows the nearest name that does. */
    private List<String> refuse(String name, String value) {
        Optional<Parameter> parameter = Parameter.byName(name);
        parameter.ifPresent(known -> violations
                .add(new Violation(known.label(), value, "Must be " + known.type().allowed() + ".", null)));
        return parameter.isPresent() ? List.of() : List.of(value);
    }

    /** Whether the value is a text of its own, as long as the body allows. */
    private static boolean isDocument(String name) {
        return Parameter.byName(name).filter(parameter -> parameter.type().word().equals(DOCUMENT)).isPresent();
    }

    private static int offset(JsonLocation location) {
        return (int) location.getCharOffset();
    }

    /** What the parser says, without what only concerns its programmer. */
    private static String sentence(JsonProcessingException malformed) {
        String message = malformed.getOriginalMessage();
        for (String end : List.of(" (start marker", " (for ", ": enable ", "\n")) {
            int cut = message.indexOf(end);
            message = cut < 0 ? message : message.substring(0, cut);
        }
        return Violation.echo(message);
    }

    private static ProblemException malformed(String what, JsonLocation where) {
        Failure.Position position = new Failure.Position(where.getLineNr(), where.getColumnNr());
        return new ProblemException(new Failure.Unreadable(ProblemType.MALFORMED_BODY,
                "The body cannot be read at " + position + ". " + what + ".", position, false));
    }
}
