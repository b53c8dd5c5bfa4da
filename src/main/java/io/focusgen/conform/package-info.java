/**
 * Checks FOCUS Cost and Usage data: rows of cells in, broken rules out. It reads the specification and nothing else; it
 * knows no generator, so that data and checker can only agree by both being right.
 *
 * <p>Start with {@link io.focusgen.conform.Conformance}, which takes a file (CSV of any {@code CsvForm}, or NDJSON) or a
 * header and rows, and {@link io.focusgen.conform.Rule}, which lists everything that is checked. Rules stand in small
 * classes by subject, each rule in one place: {@code HeaderRules} and {@code FormatRules} look at names and single cells;
 * {@code ValueRules}, {@code NullRules}, {@code PairRules}, {@code CostRules}, {@code PeriodRules} and
 * {@code CommitmentRules} at one row; {@code KeyRules} at what an id must keep on all its rows; {@code CommitmentSums},
 * {@code TaxSums}, {@code ExchangeRates}, {@code MachineHours}, {@code MachineParts}, {@code ResourceTeams},
 * {@code ProjectNumbers}, {@code CreditSums}, {@code CapacitySums}, {@code InvoiceIssuers}, {@code IdleCommitments},
 * {@code CorrectedRows} and {@code DuplicateUsage} at sums and sets. {@code HabitRules}, {@code AwsHabits},
 * {@code AzureHabits}, {@code GoogleHabits} and {@code TagHabits} hold what each provider writes in its own way; they are
 * judged on rows of that provider only, by the name in ProviderName. To add a rule, write it in the class of its subject;
 * {@code Rule.all()} finds it there, and a test asks for a data set that breaks it.
 *
 * <p>Rules are those of FOCUS 1.2 under their own ids, plus what a coherent bill needs and no rule states, under ids
 * that begin with {@code FG-}. A cell that cannot be read is reported once, by the rule of its format; rules that need
 * its value then hold. One file may hold several providers, currencies and months, in any order.
 *
 * <p>Memory is bounded by {@code Options.memory()}, half a gigabyte by default. It holds what must stay the same per id
 * (price, resource, invoice …), and per provider and billing period an hour's bit for each meter and an hour's sum for
 * each machine; where it is used up, periods that the rows have left are judged and forgotten, so that a file in the order
 * of its months needs no more than its largest month; what corrections may take back is remembered of the last two months, in at most a
 * quarter of the bound, which does for three million rows. Rules that could not be judged on every row are named in the report,
 * and nothing false is found. Outside the bound are texts of columns with few of them (accounts, regions, services,
 * prices) and the sums of tax, commitments, reserved capacity and rates: one for each sub account, service and region, or commitment and
 * period.
 *
 * <p>Not checked, because the data alone cannot tell: free tiers and the order of tiers (the tier of a price is not in
 * a row), sums of commitments paid upfront (they close over a term, of which a file holds a part), payable amounts of
 * invoices (no invoice is at hand), uniqueness of ids beyond the file, how many cores a machine has that is billed by core
 * (so that its hours are compared with its memory and not with the clock), what a currency costs on the market, and
 * everything that FOCUS says about a provider's documentation.
 */
@NullMarked
package io.focusgen.conform;

import org.jspecify.annotations.NullMarked;
