/**
 * The invented company: organisation, accounts, applications and resources, as pure functions of seed, profile,
 * distribution and number. Start with {@link io.focusgen.estate.Company}: an endless sequence of cohorts
 * ({@link io.focusgen.estate.Cohort}) of applications in one account and region, each application a stack of eight resources
 * after a blueprint. {@link io.focusgen.estate.Mix} holds the blueprints resolved against the catalogue and what they add
 * up to, so that a planner never visits resources one by one. Knows nothing of rows, months or money that was asked for.
 */
@NullMarked
package io.focusgen.estate;

import org.jspecify.annotations.NullMarked;
