/**
 * What tests of several packages share. {@link io.focusgen.testing.Request} makes requests, {@link
 * io.focusgen.testing.Bytes} holds what an encoder wrote, {@link io.focusgen.testing.Bill} sums a month up from its
 * charges, and {@link io.focusgen.testing.ExpectedRows} works its rows out the slow way.
 */
@NullMarked
package io.focusgen.testing;

import org.jspecify.annotations.NullMarked;
