/**
 * A data set at a glance, as one JSON document: what it is, some of its rows exactly as its files have them, what all of it
 * adds up to and the figures that people steer by. Start with {@link io.focusgen.preview.Preview}. Knows neither HTTP nor
 * the command line, which show the same bytes.
 */
@NullMarked
package io.focusgen.preview;

import org.jspecify.annotations.NullMarked;
