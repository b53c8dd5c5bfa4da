/**
 * Jobs in a folder: a JSON file for each, replaced as a whole whenever the job changes, so that a process that is killed at any
 * moment leaves the state before or after a change and nothing between. {@link io.focusgen.job.disk.DiskJobStore} holds all
 * of them in memory, too, and is the only one who writes: a lock keeps a second process out.
 */
@NullMarked
package io.focusgen.job.disk;

import org.jspecify.annotations.NullMarked;
