/**
 * What tests of several packages share. {@link io.focusgen.testing.Request} makes requests, {@link
 * io.focusgen.testing.Bytes} holds what an encoder wrote, {@link io.focusgen.testing.Bill} sums a month up from its
 * charges, and {@link io.focusgen.testing.ExpectedRows} works its rows out the slow way. {@link
 * io.focusgen.testing.FaultProxy} breaks connections to a server, and {@link io.focusgen.testing.RedisServer} is one that can
 * be killed and stopped.
 */
@NullMarked
package io.focusgen.testing;

import org.jspecify.annotations.NullMarked;
