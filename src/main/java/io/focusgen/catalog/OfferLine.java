package io.focusgen.catalog;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.focus.CommitmentCategory;

/** One line of {@code offers.csv}. */
final class OfferLine {

    static final String[] HEADER = {"key", "product", "service", "type", "category", "unit", "term_years", "payment",
            "payment_name", "fee", "upfront", "discount", "meter", "id_template", "name_template", "resource_type",
            "description"};

    private static final List<String> MACHINE = List.of("machine", "family", "part");

    private OfferLine() {
    }

    static CommitmentOffer read(Table.Row row, Service service) {
        Multiplier discount = row.multiplier("discount");
        if (discount.unscaled() == 0 || !isBelowOne(discount)) {
            throw row.refuse("discount", "must be above 0 and below 1");
        }
        int years = row.whole("term_years", 1, 3);
        if (years == 2) {
            throw row.refuse("term_years", "nobody sells two years");
        }
        CommitmentPayment payment = row.choice("payment", CommitmentPayment.class);
        FeePeriod fee = row.choice("fee", FeePeriod.class);
        Multiplier upfront = row.multiplier("upfront");
        requireFitting(row, payment, fee, upfront);
        String description = row.text("description");
        SkuLine.requirePlaceholders(row, "description", description, known(Wording.DESCRIPTION_PLACEHOLDERS));
        String meter = row.text("meter");
        SkuLine.requirePlaceholders(row, "meter", meter, known(Wording.METER_PLACEHOLDERS));
        return new CommitmentOffer(row.text("key"), row.text("product"), service, row.text("type"), category(row),
                row.text("unit"), years, payment, row.text("payment_name"), fee, upfront, discount, meter,
                row.text("id_template"), row.text("name_template"), row.text("resource_type"), description);
    }

    private static void requireFitting(Table.Row row, CommitmentPayment payment, FeePeriod fee, Multiplier upfront) {
        boolean nothing = upfront.unscaled() == 0;
        boolean everything = !isBelowOne(upfront);
        boolean fits = switch (payment) {
            case NO_UPFRONT, MONTHLY -> nothing;
            case PARTIAL_UPFRONT -> !nothing && !everything;
            case ALL_UPFRONT -> upfront.decimal().compareTo(Multiplier.ONE.decimal()) == 0;
        };
        if (!fits) {
            throw row.refuse("upfront", upfront.decimal().toPlainString() + " is not what " + payment.label()
                    + " means");
        }
        if ((fee == FeePeriod.ONE_TIME) != everything) {
            throw row.refuse("fee", "exactly what is paid at once as a whole has no recurring fee");
        }
    }

    private static boolean isBelowOne(Multiplier share) {
        return share.decimal().compareTo(Multiplier.ONE.decimal()) < 0;
    }

    private static List<String> known(List<String> placeholders) {
        List<String> all = new ArrayList<>(placeholders);
        all.addAll(MACHINE);
        return all;
    }

    private static CommitmentCategory category(Table.Row row) {
        String label = row.text("category");
        for (CommitmentCategory category : CommitmentCategory.values()) {
            if (category.label().equals(label)) {
                return category;
            }
        }
        throw row.refuse("category", label + " is no commitment category");
    }
}
