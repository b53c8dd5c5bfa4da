package io.focusgen.http.request;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.Spelling;
import io.vertx.core.MultiMap;

/**
 * The one type of body that is read. A page of somebody else can have a browser send a form to anybody; JSON it can send only
 * where it has been asked before whether it may. What stood in the headers is never shown.
 */
final class MediaTypes {

    static final String JSON = "application/json";

    /** What tools call a body where nobody tells them what it is. */
    private static final String FORM = "application/x-www-form-urlencoded";

    /** UTF-8 and what is a part of it. */
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii", "ascii");

    private MediaTypes() {
    }

    /**
     * Whether these headers say that the body is JSON; false where they say nothing about it.
     *
     * @throws ProblemException where they say that it cannot be read
     */
    static boolean sayJson(MultiMap headers) {
        List<String> codings = headers.getAll("Content-Encoding");
        if (codings.stream().anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity"))) {
            throw unsupported("A body is read as it is, with no Content-Encoding but identity", null);
        }
        List<String> types = headers.getAll("Content-Type");
        if (types.isEmpty()) {
            return false;
        }
        String[] parts = types.get(0).split(";", 8);
        String given = parts[0].strip().toLowerCase(Locale.ROOT);
        if (given.equals(FORM)) {
            throw unsupported("A form is not read here", JSON);
        } else if (!given.equals(JSON)) {
            throw unsupported("The body has a Content-Type that is not read here",
                    Spelling.nearest(given, List.of(JSON)).orElse(null));
        } else if (types.size() > 1 || Stream.of(parts).skip(1).anyMatch(MediaTypes::otherCharset)) {
            throw unsupported("A body is read in UTF-8 and has one Content-Type", null);
        }
        return true;
    }

    /** A body without any type. */
    static ProblemException missing() {
        return unsupported("The body has no Content-Type", null);
    }

    private static boolean otherCharset(String parameter) {
        String[] named = parameter.strip().toLowerCase(Locale.ROOT).split("=", 2);
        return named.length == 2 && named[0].strip().equals("charset")
                && !CHARSETS.contains(named[1].strip().replace("\"", ""));
    }

    private static ProblemException unsupported(String what, @Nullable String nearest) {
        return new ProblemException(new Failure.Unknown(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                what + "; send it as " + JSON + ".", List.of(JSON), nearest));
    }
}
