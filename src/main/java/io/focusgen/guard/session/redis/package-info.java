/** Ended sessions that all replicas know of: a key each, as long as the session would have lasted. */
@org.jspecify.annotations.NullMarked
package io.focusgen.guard.session.redis;
