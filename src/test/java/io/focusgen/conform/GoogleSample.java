package io.focusgen.conform;

import io.focusgen.focus.FocusColumn;

/** The part of the {@link SampleBill} at Google Cloud, in yen: machines in parts, a commitment for each part, a bucket. */
final class GoogleSample {

    static final String PROJECT = "shop-prod-417205";
    static final String RATE = "151.37";

    private static final String COMPUTE = "//compute.googleapis.com/projects/123456789012/";
    private static final String REGION = COMPUTE + "regions/us-central1/";

    private final SampleBill bill;

    private GoogleSample(SampleBill bill) {
        this.bill = bill;
    }

    static void addTo(SampleBill bill) {
        GoogleSample google = new GoogleSample(bill);
        for (int day = 1; day <= SampleBill.DAYS; day++) {
            google.machine(day, day == 2 ? 12 : 24);
            google.bucket(day);
            google.commitment(day, "core", "E2 Instance Core running in Americas", "Hours", 4);
            google.commitment(day, "ram", "E2 Instance Ram running in Americas", "GiB-Hours", 16);
        }
    }

    private Line daily(String label, int day, String category, String frequency) {
        return bill.line("Google Cloud", label, category, frequency, "Description of " + label)
                .currency("JPY", RATE)
                .set(FocusColumn.BILLING_ACCOUNT_ID, "010101-F0FFF0-61C528")
                .set(FocusColumn.BILLING_ACCOUNT_NAME, "Billing")
                .set(FocusColumn.BILLING_ACCOUNT_TYPE, "Billing Account")
                .set(FocusColumn.INVOICE_ID, "GCP-202503-F0FFF0-01")
                .set(FocusColumn.SUB_ACCOUNT_ID, PROJECT)
                .set(FocusColumn.SUB_ACCOUNT_NAME, "shop-prod")
                .set(FocusColumn.SUB_ACCOUNT_TYPE, "Project")
                .set(FocusColumn.REGION_ID, "us-central1").set(FocusColumn.REGION_NAME, "Iowa")
                .service("Compute Engine", "Compute", "Virtual Machines")
                .period("2025-03-0" + day, "2025-03-0" + (day + 1));
    }

    private void machine(int day, int hours) {
        part(day, "gc-core", "n2-core", "N2 Instance Core running in Americas", "0.031611", hours * 4, "Hours");
        part(day, "gc-ram", "n2-ram", "N2 Instance Ram running in Americas", "0.004237", hours * 16, "GiB-Hours");
    }

    private void part(int day, String label, String sku, String meter, String price, int quantity, String unit) {
        daily(label, day, "Usage", "Usage-Based")
                .set(FocusColumn.AVAILABILITY_ZONE, "us-central1-a")
                .set(FocusColumn.TAGS, "{\"team\":\"shop\",\"goog-gke-node\":\"\"}")
                .sku(sku, "std", "Standard").set(FocusColumn.SKU_METER, meter)
                .resource(COMPUTE + "zones/us-central1-a/instances/4711", "shop-1", "Instance")
                .priced(price, price, quantity + ".0", unit).consumed(quantity * 3600 + ".0",
                        unit.replace("Hours", "Seconds"))
                .plain();
    }

    private void bucket(int day) {
        daily("gc-bucket", day, "Usage", "Usage-Based")
                .service("Cloud Storage", "Storage", "Object Storage")
                .sku("gcs", "std", "Standard")
                .resource("//storage.googleapis.com/projects/_/buckets/shop-lake", "shop-lake", "Bucket")
                .priced("0.02", "0.019", "98.7654321", "GiB-Months").consumed("98.7654321", "GiB-Months").plain();
    }

    /** A part of two machines a day, of which a fleet uses one and a half. */
    private void commitment(int day, String part, String meter, String unit, int amount) {
        String id = REGION + "commitments/" + amount + "00";
        String price = part.equals("core") ? "0.013741" : "0.001842";
        String list = part.equals("core") ? "0.02181159" : "0.00292353";
        daily("gc-cud-" + part + "-purchase", day, "Purchase", "Recurring")
                .sku("cud-" + part, "buy", "Standard").resource(id, "cud-" + part, "Commitment")
                .commitment(id, "Usage", unit, amount * 48 + ".0")
                .priced(price, price, amount * 48 + ".0", unit).bought();
        daily("gc-cud-" + part + "-used", day, "Usage", "Usage-Based")
                .sku("e2-" + part, "cud", "Committed").set(FocusColumn.SKU_METER, meter)
                .resource(REGION + "instanceGroupManagers/815", "fleet", "Instance group")
                .commitment(id, "Usage", unit, amount * 36 + ".0")
                .set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Used")
                .priced(list, price, amount * 36 + ".0", unit)
                .consumed(amount * 36 * 3600 + ".0", unit.replace("Hours", "Seconds")).covered();
        daily("gc-cud-" + part + "-unused", day, "Usage", "Usage-Based")
                .sku("cud-" + part, "unused", "Committed").resource(id, "cud-" + part, "Commitment")
                .commitment(id, "Usage", unit, amount * 12 + ".0")
                .set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Unused")
                .priced(price, price, amount * 12 + ".0", unit).covered();
    }
}
