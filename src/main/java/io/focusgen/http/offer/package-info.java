/**
 * What the service offers: its paths ({@link io.focusgen.http.offer.Endpoint}), the files at them
 * ({@link io.focusgen.http.offer.ExportFile}), and the catalogue of all that can be asked
 * ({@link io.focusgen.http.offer.ApiCatalog}). Tables and text without a service around them, so that the command line has
 * the same catalogue.
 */
@NullMarked
package io.focusgen.http.offer;

import org.jspecify.annotations.NullMarked;
