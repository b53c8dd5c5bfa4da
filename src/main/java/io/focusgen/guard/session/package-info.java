/**
 * Sessions: a signed cookie instead of a key, for browsers. Nothing of a session is stored but that it was ended early,
 * in this process and, where that is configured, in Redis.
 */
@org.jspecify.annotations.NullMarked
package io.focusgen.guard.session;
