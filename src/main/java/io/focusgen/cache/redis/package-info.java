/**
 * Documents in Redis, where {@code REDIS_URL} names it. They are there under one hash tag, so that a cluster has them on one
 * node, and under a number that is counted up to forget all of them at once.
 */
@NullMarked
package io.focusgen.cache.redis;

import org.jspecify.annotations.NullMarked;
