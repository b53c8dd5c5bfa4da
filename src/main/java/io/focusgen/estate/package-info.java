/**
 * The invented company. {@link io.focusgen.estate.EstateTables} are its building blocks, read from CSV tables: a
 * {@link io.focusgen.estate.Blueprint} is one resource with the meters it runs, an
 * {@link io.focusgen.estate.Architecture} is one way to build an application from eight of them.
 * {@link io.focusgen.estate.Company} is the company itself in one cloud, {@link io.focusgen.estate.Organisation} its teams and
 * accounts, {@link io.focusgen.estate.Resource} one of its resources with name, id and tags.
 *
 * <p>When things are used is a {@link io.focusgen.estate.LoadShape}: a line names whom its use follows
 * ({@link io.focusgen.estate.LoadPattern}), {@code load-kinds.csv} says what shape staff and schedules give to a kind of
 * application, and what it is for ({@link io.focusgen.estate.Business}) when its users come and what is counted of them.
 */
@NullMarked
package io.focusgen.estate;

import org.jspecify.annotations.NullMarked;
