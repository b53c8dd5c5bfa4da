package io.focusgen.bundle;

/**
 * A file that a {@link Bundle} does not have.
 *
 * @param name it would have
 * @param reason a sentence
 */
record LeftOut(String name, String reason) {
}
