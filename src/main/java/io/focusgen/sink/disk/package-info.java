/**
 * Files on the disk of the service, below {@code DATA_DIR}: written beside their place, forced to the disk at every
 * checkpoint, renamed when whole, and removed when old.
 */
@NullMarked
package io.focusgen.sink.disk;

import org.jspecify.annotations.NullMarked;
