/**
 * The invented company. {@link io.focusgen.estate.EstateTables} are its building blocks, read from CSV tables: a
 * {@link io.focusgen.estate.Blueprint} is one resource with the meters it runs, an
 * {@link io.focusgen.estate.Architecture} is one way to build an application from eight of them.
 * {@link io.focusgen.estate.Company} is the company itself in one cloud, {@link io.focusgen.estate.Organisation} its teams and
 * accounts, {@link io.focusgen.estate.Resource} one of its resources with name, id and tags.
 */
@NullMarked
package io.focusgen.estate;

import org.jspecify.annotations.NullMarked;
