/**
 * A slice of the plan to the charges of its rows, one small generator for each kind of charge. Start with
 * {@link io.focusgen.generate.Frame}: the charges of one slice in the order of their rows. A
 * {@link io.focusgen.generate.Charge} is a line of the bill, rows that differ in period and quantity only; its numbers are a
 * {@link io.focusgen.generate.Spread} (the quantity over the periods) times its {@link io.focusgen.generate.Rates}, and its
 * texts are filled into {@link io.focusgen.generate.Cells} when an encoder asks. Knows no format and no bytes.
 *
 * <p>Usage of applications is {@code CoreSlice}, of jobs {@code ShortSlice}; what belongs to the billing account stands in one
 * slice, a kind of charge after the other ({@link io.focusgen.plan.BillingKind}); what is injected, anomalies and waste, in
 * {@code OnTopSlice}. {@code InvoiceSum} adds up what slices come to, for the one row that rounds the invoice.
 */
@NullMarked
package io.focusgen.generate;

import org.jspecify.annotations.NullMarked;
