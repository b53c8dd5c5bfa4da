/**
 * The service over HTTP. {@link io.focusgen.http.offer.Endpoint} lists the paths; {@link io.focusgen.http.ExportResource} is the
 * way of a request: the path names what ({@code offer.ExportFile}), query string and body say which (package {@code request}, then
 * {@code spec}), a slot is taken and the plan is opened off the event loop (package {@code streaming}),
 * {@code ExportHeaders} says what it is, and the rows follow as their reader takes them.
 * {@link io.focusgen.http.CatalogResource} says what can be asked; package {@code openapi} says it in the words of OpenAPI.
 *
 * <p>Whatever goes wrong becomes an answer in package {@code problem} and nowhere else.
 * {@link io.focusgen.http.StartGuard} keeps the service from being opened to a network by accident.
 */
@NullMarked
package io.focusgen.http;

import org.jspecify.annotations.NullMarked;
