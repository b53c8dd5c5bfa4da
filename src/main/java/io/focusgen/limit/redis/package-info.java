/**
 * Limits that all replicas share: a script of Lua in the resources of this package decides about all windows of a request at once,
 * by the server's clock.
 */
@org.jspecify.annotations.NullMarked
package io.focusgen.limit.redis;
