/**
 * What was made before and is asked for again: {@link io.focusgen.cache.Memo} keeps values by key in bounded memory and
 * makes one that is not there once, however many ask for it at the same time. {@link io.focusgen.cache.Caches} has one for
 * each {@link io.focusgen.cache.Region} and their figures. Everything kept is a function of its key, so that what is found
 * is what would be made; forgetting costs time and nothing else.
 */
@NullMarked
package io.focusgen.cache;

import org.jspecify.annotations.NullMarked;
