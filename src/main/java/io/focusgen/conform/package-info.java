/**
 * Checks FOCUS Cost and Usage data: rows of cells in, broken rules out. It reads the specification and nothing else; it
 * knows no generator, so that data and checker can only agree by both being right.
 *
 * <p>Start with {@link io.focusgen.conform.Conformance}, which takes a header and rows, and
 * {@link io.focusgen.conform.Rule}, which lists everything that is checked. Rules stand in small classes by subject,
 * each rule in one place: {@code HeaderRules} and {@code FormatRules} look at names and single cells;
 * {@code ValueRules}, {@code NullRules}, {@code PairRules}, {@code CostRules}, {@code PeriodRules} and
 * {@code CommitmentRules} at one row; {@code KeyRules} at what an id must keep on all its rows; {@code CommitmentSums},
 * {@code TaxSums}, {@code MachineHours} and {@code DuplicateUsage} at sums and sets. To add a rule, write it in the
 * class of its subject; {@code Rule.all()} finds it there, and a test asks for a data set that breaks it.
 *
 * <p>Rules are those of FOCUS 1.2 under their own ids, plus what a coherent bill needs and no rule states, under ids
 * that begin with {@code FG-}. A cell that cannot be read is reported once, by the rule of its format; rules that need
 * its value then hold. State is kept per id (price, resource, invoice …) and per commitment and period, not per row,
 * except a bit per usage row to find duplicates.
 *
 * <p>Not checked, because the data alone cannot tell: free tiers and the order of tiers (the tier of a price is not in
 * a row), sums of commitments paid upfront (they close over a term, of which a file holds a part), payable amounts of
 * invoices (no invoice is at hand), uniqueness of ids beyond the file, tag prefixes, and everything that FOCUS says
 * about a provider's documentation.
 */
@NullMarked
package io.focusgen.conform;

import org.jspecify.annotations.NullMarked;
