/** What several parts of the service share that keep something in Redis. */
@org.jspecify.annotations.NullMarked
package io.focusgen.redis;
