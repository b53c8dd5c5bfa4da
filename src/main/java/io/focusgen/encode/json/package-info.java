/**
 * Charge rows as NDJSON: {@link io.focusgen.encode.json.JsonNotation} makes an object of each row, with all columns in
 * file order. Decimals have the digits that CSV gives them, moments are strings, and columns that hold objects hold objects.
 */
@NullMarked
package io.focusgen.encode.json;

import org.jspecify.annotations.NullMarked;
