/**
 * A request dealt out from the top down: rows, money, tiers and commitments to slices, slices to blocks. Start with
 * {@link io.focusgen.plan.Plan}. {@link io.focusgen.plan.Structure} says how many of what there are, the same in every
 * month; {@link io.focusgen.plan.Amounts} says what each class of services costs; {@link io.focusgen.plan.MonthPlan} joins
 * them for one billing period and {@link io.focusgen.plan.MonthRows} numbers its rows and blocks.
 *
 * <p>{@link io.focusgen.plan.Portfolio} is what a company has committed to and when that is bought again, known before any
 * money is; {@link io.focusgen.plan.Holdings} says which slice uses what of it, {@link io.focusgen.plan.Commitments} how much
 * of it there is.
 *
 * <p>{@link io.focusgen.plan.TeamWeights} makes teams spend by their weights; {@link io.focusgen.plan.JobGroups} says which
 * short-lived lines are one slice.
 *
 * <p>{@link io.focusgen.plan.LoadCurve} is a shape of use in one month, shared by all that follow it;
 * {@link io.focusgen.plan.BusinessDrivers} deals what is counted of the users over the days by the same curves. A trend is a
 * factor of the month ({@link io.focusgen.plan.Plan#factor}): money follows it, structure and commitments do not. Peak days
 * ({@link io.focusgen.plan.LoadCurve#peaked}) are on top: what users use is planned as usual, and more of it is then charged.
 *
 * <p>{@link io.focusgen.plan.Incidents} and {@link io.focusgen.plan.WastedResources} stand on top of all that: what goes wrong
 * and what nobody needs, in a slice of their own.
 *
 * <p>Two ideas make plans small and exact. What spans slices is a quota, never a state: commitments are used at one
 * rate by day and one by night, by fleets that always run, a tiered meter's organisation-wide quantity is cut at its bounds in time, and whole units
 * are dealt by differences of rounded cumulated shares, which add up whatever is asked first. And doubles only steer:
 * every amount on a bill is later an exact product of a price and a quantity. Knows nothing of rows' cells or bytes.
 */
@NullMarked
package io.focusgen.plan;

import org.jspecify.annotations.NullMarked;
