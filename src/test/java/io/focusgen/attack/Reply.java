package io.focusgen.attack;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An answer.
 *
 * @param status 0 where the connection ended without a word
 * @param head up to and including the empty line
 * @param whole whether the body ended as announced
 */
record Reply(int status, String head, byte[] body, boolean whole) {

    static final Reply NONE = new Reply(0, "", new byte[0], false);

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
        return head.lines().skip(1)
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip()).findFirst();
    }

    boolean isProblem() {
        return header("Content-Type").filter(type -> type.startsWith("application/problem+json")).isPresent();
    }
}
