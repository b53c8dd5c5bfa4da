/**
 * The service over HTTP. {@link io.focusgen.http.ExportResource} is the way of a request: the path names what
 * ({@code ExportFile}), the query string says which ({@code Query}, then {@code spec}), the plan is opened off the event
 * loop, {@code ExportHeaders} says what it is, and a {@link io.focusgen.http.StreamedBody} carries the rows, which
 * {@link io.focusgen.http.StreamedBodyWriter} connects to the response.
 *
 * <p>Whatever goes wrong becomes a {@link io.focusgen.http.Problem} in {@link io.focusgen.http.Problems} and nowhere else;
 * {@link io.focusgen.http.ProblemType} lists all of them. {@link io.focusgen.http.RequestId} names requests,
 * {@link io.focusgen.http.StartGuard} keeps the service from being opened to a network by accident.
 */
@NullMarked
package io.focusgen.http;

import org.jspecify.annotations.NullMarked;
