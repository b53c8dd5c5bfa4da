/**
 * The price list of an invented company: every SkuPriceId that a row of a request can carry, with its prices. Start with
 * {@link io.focusgen.pricelist.PriceList}: a request's list in numbered parts, made from the catalogue and the company's
 * discount, never from rows. {@code SkuPrices} says under which terms a SKU is sold, {@link io.focusgen.pricelist.PriceLine} is
 * one price in one region and period, and {@link io.focusgen.pricelist.PriceColumn} is the one list of columns that the
 * writer of each {@link io.focusgen.table.TableFormat} and the documentation loop over.
 */
@NullMarked
package io.focusgen.pricelist;

import org.jspecify.annotations.NullMarked;
