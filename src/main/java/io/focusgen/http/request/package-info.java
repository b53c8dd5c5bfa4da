/**
 * What a client sends, up to the point where it is parameters: {@link io.focusgen.http.request.Query} reads query strings,
 * {@link io.focusgen.http.request.Body} reads bodies without waiting for them, as JSON or as a form, and both give
 * {@link io.focusgen.http.request.Given}, which the reader of parameters resolves. No name of a parameter is known here.
 * What is read is bounded ({@code Bounds}); what cannot be read is a
 * {@link io.focusgen.http.problem.ProblemException}. Before that, {@link io.focusgen.http.request.StrictFraming} and
 * {@link io.focusgen.http.request.SlowHeads} watch the connection, and {@link io.focusgen.http.request.RequestBounds} the head.
 */
@NullMarked
package io.focusgen.http.request;

import org.jspecify.annotations.NullMarked;
