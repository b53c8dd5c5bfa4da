/**
 * What a data set adds up to, taken from its charges and not from its rows: thousands of times fewer, and exact to the last
 * digit. Start with {@link io.focusgen.summary.Summary}: every bill and all of them together, each as a
 * {@link io.focusgen.summary.Breakdown} whose tables ({@link io.focusgen.summary.Dimension}) add up to its
 * {@link io.focusgen.summary.Costs}, and the figures that people steer by ({@link io.focusgen.summary.Kpi}), each with its
 * formula.
 *
 * <p>The way of a sum: a charge's unit cost times its total quantity is a product of two whole numbers, added up in 128 bits
 * ({@code ExactSum}) in the cell of its service, account and charge category; a month's cells are then dealt out to the
 * tables. Only dollars of bills in another currency need a look at every row, because each row of
 * PricingCurrencyEffectiveCost is rounded by itself ({@code Dollars}). {@link io.focusgen.summary.Effort} says how large a
 * data set may be for all this.
 */
@NullMarked
package io.focusgen.summary;

import org.jspecify.annotations.NullMarked;
