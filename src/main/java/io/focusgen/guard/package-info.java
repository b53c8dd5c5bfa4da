/**
 * Who asks and what that lets them do: identity by key, token or cookie, and what keeps browsers from being used against
 * their owners.
 */
@org.jspecify.annotations.NullMarked
package io.focusgen.guard;
