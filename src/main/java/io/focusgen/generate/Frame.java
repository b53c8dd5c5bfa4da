package io.focusgen.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import io.focusgen.plan.BillingKind;
import io.focusgen.plan.JobGroups;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.ShortLived;
import io.focusgen.plan.Structure;

/** The charges of one slice in the order of their rows: a function of the request and the slice alone. Immutable. */
public final class Frame {

    private final MonthPlan month;
    private final Money money;
    private final String invoiceId;
    private final Charge[] charges;
    private final long[] rowsBefore;

    private Frame(MonthPlan month, Money money, List<? extends Charge> charges) {
        this.month = month;
        this.money = money;
        invoiceId = month.company().invoiceId(month.month());
        this.charges = charges.toArray(Charge[]::new);
        rowsBefore = new long[this.charges.length + 1];
        for (int i = 0; i < this.charges.length; i++) {
            rowsBefore[i + 1] = rowsBefore[i] + this.charges[i].rows();
        }
    }

    /**
     * Makes the frame of a slice; slices are counted as in {@code MonthRows}.
     *
     * @param usage what all slices of usage come to on the invoice that is rounded; asked for where that is needed
     */
    static Frame of(MonthPlan month, Money money, int slice, CommitmentSet commitments, TaxRate tax,
            Supplier<BigDecimal> usage) {
        Structure structure = month.plan().structure();
        int core = structure.coreSlices();
        List<Charge> charges;
        if (slice < core) {
            TaxCharge.SubAccountRegion where = new TaxCharge.SubAccountRegion(month.company().account(slice),
                    month.company().region(slice));
            List<UsageCharge> usual = CoreSlice.charges(month, money, slice, commitments);
            charges = usage(month, money, usual, tax, where);
            charges.addAll(CreditCharge.of(month, money, slice, usual));
        } else if (slice < core + structure.shortSlices()) {
            ShortLived first = ShortLived.of(month.company(), JobGroups.first(slice - core));
            charges = usage(month, money, ShortSlice.charges(month, money, slice - core), tax,
                    new TaxCharge.SubAccountRegion(first.account(), first.region()));
        } else if (month.plan().rows(month.month()).isOnTop(slice)) {
            charges = OnTopSlice.charges(month, money, tax);
        } else {
            charges = billing(month, money, commitments, tax, usage);
        }
        Frame frame = new Frame(month, money, charges);
        long planned = month.plan().rows(month.month()).rows(slice);
        if (frame.rows() != planned) {
            throw new IllegalStateException(frame.rows() + " rows in slice " + slice + " instead of " + planned);
        }
        return frame;
    }

    /** What usual usage becomes with peak days, and the tax on it. */
    private static List<Charge> usage(MonthPlan month, Money money, List<UsageCharge> usual, TaxRate tax,
            TaxCharge.SubAccountRegion where) {
        usual.sort(Comparator.comparingInt(charge -> charge.sku().service().index()));
        List<UsageCharge> usage = month.plan().spec().dataset().peaks().any()
                ? usual.stream().map(UsageCharge::peaked).toList()
                : usual;
        List<Charge> charges = new ArrayList<>(usage);
        if (month.plan().structure().ladder().tax()) {
            charges.addAll(TaxCharge.of(tax, money, where, usage));
        }
        return charges;
    }

    private static List<Charge> billing(MonthPlan month, Money money, CommitmentSet commitments, TaxRate tax,
            Supplier<BigDecimal> usage) {
        List<Charge> charges = new ArrayList<>();
        for (BillingKind kind : BillingKind.values()) {
            charges.addAll(switch (kind) {
                case COMMITMENTS -> commitments.charges(month, money);
                case SUPPORT -> SupportCharge.of(month, money, tax);
                case CAPACITY -> CapacityCharge.of(month, money, tax);
                case MARKETPLACE -> MarketplaceCharge.of(month, money, tax);
                case CORRECTIONS -> Corrections.of(month, commitments);
                case ROUNDING -> RoundingCharge.of(month, money, charges, usage);
            });
        }
        return charges;
    }

    MonthPlan month() {
        return month;
    }

    /** The invoice of all its charges. */
    String invoiceId() {
        return invoiceId;
    }

    Money money() {
        return money;
    }

    /** Hours from 1970-01-01T00:00Z to the start of the billing period. */
    public long startHour() {
        return month.month().startHour();
    }

    /** Charge periods of the billing period. */
    public int periods() {
        return month.periods();
    }

    /** Hours of one charge period. */
    public int hoursPerPeriod() {
        return month.hoursPerPeriod();
    }

    public long rows() {
        return rowsBefore[charges.length];
    }

    /** How many charges there are. */
    public int charges() {
        return charges.length;
    }

    /** The place of the charge that holds this row. */
    public int chargeAt(long row) {
        int found = Arrays.binarySearch(rowsBefore, row);
        return found >= 0 ? found : -found - 2;
    }

    public Charge charge(int place) {
        return charges[place];
    }

    /** Rows before this charge. */
    public long rowsBefore(int place) {
        return rowsBefore[place];
    }
}
