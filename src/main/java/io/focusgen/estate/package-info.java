/**
 * The invented company. {@link io.focusgen.estate.EstateTables} are its building blocks, read from CSV tables: a
 * {@link io.focusgen.estate.Blueprint} is one resource with the meters it runs, an
 * {@link io.focusgen.estate.Architecture} is one way to build an application from eight of them.
 */
@NullMarked
package io.focusgen.estate;

import org.jspecify.annotations.NullMarked;
