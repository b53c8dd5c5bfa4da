package io.focusgen.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Conventions;
import io.focusgen.catalog.Currency;
import io.focusgen.estate.Company;
import io.focusgen.estate.Organisation;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;
import io.focusgen.plan.Structure;
import io.focusgen.plan.WastedResource;

/**
 * The frames of one request. Blocks of the same slice mostly follow each other, so the last few frames are kept; a frame
 * that is made twice is made equal. Thread-safe.
 */
public final class Frames {

    /** Frames kept: enough for every block in flight to be in a slice of its own. */
    private static final int KEPT = 8;

    private final Company company;
    private final CommitmentSet commitments;
    private final TaxRate tax;
    private final boolean closing;
    private final FrameStock stock;
    private final @Nullable Kept[] kept = new @Nullable Kept[KEPT];
    private final @Nullable Invoice[] invoices = new @Nullable Invoice[KEPT];

    private record Kept(BillingMonth month, int slice, Frame frame) {
    }

    /** What a month comes to, as far as it has been added up. */
    private record Invoice(BillingMonth month, InvoiceSum sum) {
    }

    public Frames(Plan plan) {
        this(plan, new FrameStock(0));
    }

    /** @param stock of the same plan, which others may use meanwhile */
    public Frames(Plan plan, FrameStock stock) {
        this(plan, true, stock);
    }

    private Frames(Plan plan, boolean closing, FrameStock stock) {
        this.closing = closing;
        this.stock = stock;
        company = plan.company();
        commitments = new CommitmentSet(plan);
        tax = new TaxRate(company.domicile());
    }

    /** Frames for who looks at resources and not at costs: an adjustment, which is of none, closes no invoice there. */
    public static Frames ofResources(Plan plan) {
        return new Frames(plan, false, new FrameStock(0));
    }

    /** The frame of a slice. */
    public Frame frame(MonthPlan month, int slice) {
        return frame(month, slice, () -> false);
    }

    /**
     * The frame of a slice. That of the billing slice may need a pass over all others of the month, which takes up to about a
     * second.
     *
     * @param cancelled asked before each slice of the pass
     * @throws CancellationException where it says yes
     */
    public Frame frame(MonthPlan month, int slice, BooleanSupplier cancelled) {
        int place = slice % KEPT;
        Kept last;
        synchronized (kept) {
            last = kept[place];
        }
        if (last != null && last.slice == slice && last.month.equals(month.month())) {
            return last.frame;
        }
        Frame frame = make(month, slice, cancelled);
        synchronized (kept) {
            kept[place] = new Kept(month.month(), slice, frame);
        }
        return frame;
    }

    private Frame make(MonthPlan month, int slice, BooleanSupplier cancelled) {
        Frame found = stock.find(month.month(), slice);
        if (found != null) {
            return found;
        }
        Frame frame = fresh(month, slice, cancelled);
        stock.offer(month.month(), slice, frame);
        return frame;
    }

    private Frame fresh(MonthPlan month, int slice, BooleanSupplier cancelled) {
        Money money = new Money(month.plan().spec().currency(), month.rate());
        if (!closing || !month.plan().structure().ladder().wholeInvoice()) {
            return Frame.of(month, money, slice, commitments, tax, () -> BigDecimal.ZERO);
        }
        InvoiceSum sum = invoice(month);
        Frame frame = Frame.of(month, money, slice, commitments, tax, () -> usage(month, sum, cancelled));
        sum.add(slice, frame);
        return frame;
    }

    private InvoiceSum invoice(MonthPlan month) {
        int place = (int) (month.month().ordinal() % KEPT);
        synchronized (invoices) {
            Invoice last = invoices[place];
            if (last == null || !last.month.equals(month.month())) {
                Structure structure = month.plan().structure();
                last = new Invoice(month.month(), new InvoiceSum(structure.coreSlices() + structure.shortSlices()));
                invoices[place] = last;
            }
            return last.sum;
        }
    }

    /** What all slices of usage come to: those that were made on the way are known, the others are made for it. */
    private BigDecimal usage(MonthPlan month, InvoiceSum sum, BooleanSupplier cancelled) {
        for (int slice = sum.missing(); slice != InvoiceSum.NONE; slice = sum.missing()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            sum.add(slice, make(month, slice, cancelled));
        }
        return sum.value();
    }

    /**
     * What a wasted resource would cost in the month of a frame if it were the smaller machine, which comes first, with all else
     * that it has, its tax last; nothing where none would do.
     */
    public List<Charge> replacement(Frame frame, WastedResource wasted) {
        return OnTopSlice.wasted(frame.month(), frame.money(), tax, wasted, wasted.smaller());
    }

    /** Fills in the text cells that are the same in every row of a frame, and of any other of its month. */
    public void describe(Frame frame, Cells cells) {
        MonthPlan month = frame.month();
        Organisation organisation = company.organisation();
        Conventions conventions = company.catalog().conventions();
        String provider = month.plan().spec().provider().focusName();
        cells.set(FocusColumn.BILLING_ACCOUNT_ID, organisation.billingAccountId())
                .set(FocusColumn.BILLING_ACCOUNT_NAME, organisation.billingAccountName())
                .set(FocusColumn.BILLING_ACCOUNT_TYPE, conventions.text(Conventions.Text.BILLING_ACCOUNT_TYPE))
                .set(FocusColumn.BILLING_CURRENCY, frame.money().currency().code())
                .set(FocusColumn.PRICING_CURRENCY, Currency.usd().code())
                .set(FocusColumn.INVOICE_ID, frame.invoiceId())
                .set(FocusColumn.INVOICE_ISSUER_NAME, provider).set(FocusColumn.PROVIDER_NAME, provider)
                .set(FocusColumn.PUBLISHER_NAME, provider).set(FocusColumn.SERVICE_PROVIDER_NAME, provider)
                .set(FocusColumn.HOST_PROVIDER_NAME, provider);
        cells.bill(organisation.name(), conventions.text(Conventions.Text.SUB_ACCOUNT_TYPE));
    }
}
