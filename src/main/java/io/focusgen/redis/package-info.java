/** Scripts that Redis runs for several parts of the service. */
@org.jspecify.annotations.NullMarked
package io.focusgen.redis;
