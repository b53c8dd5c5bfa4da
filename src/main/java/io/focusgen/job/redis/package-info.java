/**
 * Jobs in Redis, so that several processes share them. Everything that has to happen at once is one script of Lua in the
 * resources of this package, run by the server and by its clock. A lease carries a token that is never used again: who has
 * lost it cannot write. Where Redis forgets everything, so do the jobs: their workers learn that they are gone.
 */
@NullMarked
package io.focusgen.job.redis;

import org.jspecify.annotations.NullMarked;
