/**
 * Before any work is done: who asks, whether they may, and whether it was meant. {@link io.focusgen.http.guard.CrossSite}
 * refuses what a page of somebody else has made a browser ask, {@link io.focusgen.http.guard.Cors} says which pages may read;
 * {@link io.focusgen.http.guard.Identification} lets in whom {@link io.focusgen.http.guard.Gate} knows by the
 * {@code Credentials} of a request; {@link io.focusgen.http.guard.SessionResource} opens and ends sessions, whose two cookies
 * {@code SessionCookies} writes. {@link io.focusgen.http.guard.SecurityFilter} has every answer say what package
 * {@code browser} knows. What keys, tokens and sessions are is package {@code guard}.
 */
@NullMarked
package io.focusgen.http.guard;

import org.jspecify.annotations.NullMarked;
