package io.focusgen.sink.s3;

import java.util.List;
import java.util.Optional;

/**
 * A page of a listing.
 *
 * @param items of it, at most 1,000
 * @param next where the next page begins; none where this is the last one
 */
record Page<T>(List<T> items, Optional<String> next) {
}
