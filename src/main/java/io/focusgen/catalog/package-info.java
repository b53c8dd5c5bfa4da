/**
 * What a cloud sells: services, regions, SKUs with their prices, ladders of machine sizes and commitment offers. Start
 * with {@link io.focusgen.catalog.Catalog}: it is loaded once per provider from the CSV tables beside it
 * ({@code <provider>/*.csv}), never changes, and answers every question about a price, a meter or an id. Providers, currencies and the countries that
 * companies are at home in ({@link io.focusgen.catalog.Domicile}) are tables, too.
 *
 * <p>Tables are data that people edit, so {@link io.focusgen.catalog.Table} refuses a bad line with file, line and column,
 * and the loader checks whatever later code relies on: keys are unique, tiers leave no gap, ladders ascend, placeholders
 * are known. Nothing downstream checks again.
 *
 * <p>Ids of SKUs and prices are functions of the keys in the tables. Renaming a key changes ids and thereby every data
 * set; adding a line changes nothing that exists.
 */
@NullMarked
package io.focusgen.catalog;

import org.jspecify.annotations.NullMarked;
