package io.focusgen.conform;

import java.math.BigDecimal;

import io.focusgen.focus.FocusColumn;

/** The part of the {@link SampleBill} at Azure, in euros: a machine, its disk, a reservation and a savings plan. */
final class AzureSample {

    static final String SUBSCRIPTION = "/subscriptions/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
    static final String RATE = "0.8571";

    private static final String GROUP = SUBSCRIPTION + "/resourcegroups/rg-shop-prod/providers/microsoft.compute/";
    private static final String RESERVATION = "/providers/Microsoft.Capacity/reservationOrders/"
            + "11111111-2222-3333-4444-555555555555/reservations/66666666-7777-8888-9999-000000000000";
    private static final String PLAN = "/providers/Microsoft.BillingBenefits/savingsPlanOrders/"
            + "aaaaaaaa-2222-3333-4444-555555555555/savingsPlans/bbbbbbbb-7777-8888-9999-000000000000";

    private final SampleBill bill;

    private AzureSample(SampleBill bill) {
        this.bill = bill;
    }

    static void addTo(SampleBill bill) {
        AzureSample azure = new AzureSample(bill);
        for (int day = 1; day <= SampleBill.DAYS; day++) {
            azure.usage(day);
            azure.reservation(day);
            azure.savingsPlan(day);
        }
    }

    private Line daily(String label, int day, String category, String frequency) {
        return bill.line("Microsoft", label, category, frequency, "Description of " + label)
                .currency("EUR", RATE)
                .set(FocusColumn.BILLING_ACCOUNT_ID, "/providers/Microsoft.Billing/billingAccounts/"
                        + "01234567-89ab-cdef-0123-456789abcdef:fedcba98-7654-3210-fedc-ba9876543210_2019-05-31"
                        + "/billingProfiles/AB12-CD34-EF5-6GH")
                .set(FocusColumn.BILLING_ACCOUNT_NAME, "Profile")
                .set(FocusColumn.BILLING_ACCOUNT_TYPE, "Billing Profile")
                .set(FocusColumn.INVOICE_ID, "G001234567")
                .set(FocusColumn.SUB_ACCOUNT_ID, SUBSCRIPTION)
                .set(FocusColumn.SUB_ACCOUNT_NAME, "shop-prod")
                .set(FocusColumn.SUB_ACCOUNT_TYPE, "Subscription")
                .set(FocusColumn.REGION_ID, "eastus").set(FocusColumn.REGION_NAME, "East US")
                .service("Virtual Machines", "Compute", "Virtual Machines")
                .period("2025-03-0" + day, "2025-03-0" + (day + 1));
    }

    private void usage(int day) {
        daily("az-vm", day, "Usage", "Usage-Based")
                .set(FocusColumn.AVAILABILITY_ZONE, "eastus-az1")
                .set(FocusColumn.TAGS, "{\"Team\":\"shop\",\"hidden-link:/app/x\":\"Resource\"}")
                .sku("d4s", "std", "Standard")
                .resource(GROUP + "virtualmachines/vm-shop", "vm-shop", "Virtual machine")
                .priced("0.192", "0.1824", "23.5", "Hours").consumed("23.5", "Hours").plain();
        daily("az-disk", day, "Usage", "Usage-Based")
                .set(FocusColumn.TAGS, "{\"Team\":\"shop\"}")
                .sku("p10", "std", "Standard").resource(GROUP + "disks/disk-shop", "disk-shop", "Disk")
                .priced("0.1517", "0.144115", "4.129032258", "GB-Months").consumed("4.129032258", "GB-Months")
                .plain();
    }

    /** 24 hours a day of one machine, 20 of them used. */
    private void reservation(int day) {
        daily("az-ri-purchase", day, "Purchase", "Recurring")
                .sku("ri", "buy", "Standard").resource(RESERVATION, "reservation", "Reservation")
                .commitment(RESERVATION, "Usage", "Hours", "24.0")
                .priced("0.1211", "0.1211", "24.0", "Hours").bought();
        daily("az-ri-used", day, "Usage", "Usage-Based")
                .sku("e4s", "ri", "Committed")
                .resource(GROUP + "virtualmachines/vm-data", "vm-data", "Virtual machine")
                .commitment(RESERVATION, "Usage", "Hours", "20.0").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Used")
                .priced("0.252", "0.1211", "20.0", "Hours").consumed("20.0", "Hours").covered();
        daily("az-ri-unused", day, "Usage", "Usage-Based")
                .sku("ri", "unused", "Committed").resource(RESERVATION, "reservation", "Reservation")
                .commitment(RESERVATION, "Usage", "Hours", "4.0").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Unused")
                .priced("0.1211", "0.1211", "4.0", "Hours").covered();
    }

    /** 12 dollars a day, 10.5369 of them used: money is spent in euros and counted in dollars. */
    private void savingsPlan(int day) {
        daily("az-sp-purchase", day, "Purchase", "Recurring")
                .sku("sp", "buy", "Standard").resource(PLAN, "plan", "Savings plan")
                .commitment(PLAN, "Spend", "USD", "12.0").priced("1.0", "1.0", "12.0", "USD").bought();
        Line used = daily("az-sp-used", day, "Usage", "Usage-Based")
                .sku("f8s", "sp", "Committed")
                .resource(GROUP + "virtualmachinescalesets/vmss-api", "vmss-api", "Virtual machine scale set")
                .commitment(PLAN, "Spend", "USD", "10.5369").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Used")
                .priced("0.3383", "0.321385", "45.0", "Hours").consumed("45.0", "Hours");
        used.effective(used.exact("10.5369")).billed(BigDecimal.ZERO);
        daily("az-sp-unused", day, "Usage", "Usage-Based")
                .sku("sp", "unused", "Committed").resource(PLAN, "plan", "Savings plan")
                .commitment(PLAN, "Spend", "USD", "1.4631").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Unused")
                .priced("1.0", "1.0", "1.4631", "USD").covered();
    }
}
