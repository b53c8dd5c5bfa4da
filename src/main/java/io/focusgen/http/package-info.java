/**
 * The service over HTTP. {@link io.focusgen.http.offer.Endpoint} lists the paths. A request first meets the filters, in the
 * order of {@link io.focusgen.http.filter.FilterOrder}: what belongs to every answer (packages {@code problem},
 * {@code browser}), what cannot be ({@code request}, {@link io.focusgen.http.Routes}), who asks ({@code guard}) and how often
 * they may ({@code limit}).
 *
 * <p>{@link io.focusgen.http.ExportResource} is the way of a request from there: the path names what
 * ({@code offer.ExportFile}), query string and body say which (package {@code request}, then {@code spec}), a slot is taken and
 * {@link io.focusgen.http.Plans} opens the plan off the event loop or has it still (package {@code streaming}),
 * {@code ExportHeaders} says what it is, and the rows follow as their reader takes them. The other resources go the same way:
 * {@link io.focusgen.http.PreviewResource}, {@link io.focusgen.http.PriceListResource},
 * {@link io.focusgen.http.TruthResource}, {@link io.focusgen.http.BundleResource}; jobs have package {@code job}.
 * {@link io.focusgen.http.CatalogResource} says what can be asked; package {@code openapi} says it in the words of OpenAPI and
 * as a page.
 *
 * <p>Whatever goes wrong becomes an answer in package {@code problem} and nowhere else; {@link io.focusgen.http.CachingRules}
 * has the last word on who may keep an answer, {@link io.focusgen.http.EntityTags} reads what a client holds.
 * {@link io.focusgen.http.StartGuard} keeps the service from being opened to a network by accident,
 * {@link io.focusgen.http.MistypedVariables} settings from being overlooked. Package {@code monitoring} is for those who run
 * it.
 */
@NullMarked
package io.focusgen.http;

import org.jspecify.annotations.NullMarked;
