/**
 * API keys: their text, their fingerprints, and the table of those that let somebody in. A key is made once and shown once;
 * the service only ever knows its SHA-256.
 */
@org.jspecify.annotations.NullMarked
package io.focusgen.guard.key;
