package io.focusgen.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A commitment's own charge on a SKU.
 *
 * @param sku what is committed to, or money
 * @param family the machines that a plan of one family is for
 * @param region where it holds, or null for everywhere
 * @param term {@link PriceTerm#PURCHASE}, {@link PriceTerm#UPFRONT} or {@link PriceTerm#UNUSED}
 * @param price of a unit, under that term
 */
public record OfferUse(CommitmentOffer offer, Sku sku, String family, @Nullable Region region, PriceTerm term,
        Price price) {

    public OfferUse {
        if (term != PriceTerm.PURCHASE && term != PriceTerm.UPFRONT && term != PriceTerm.UNUSED) {
            throw new IllegalArgumentException("a commitment's own charges are not " + term.label());
        }
    }

    /** Fills in what the template says of the machines. */
    String fill(String template) {
        String machine = sku.detail("InstanceType");
        String series = sku.detail("InstanceSeries");
        return template.replace("{machine}", machine == null ? sku.key() : machine)
                .replace("{family}", series == null ? family : series)
                .replace("{part}", sku.unit().equals("Hours") ? "Cpu" : "Ram");
    }

    /** SkuPriceDetails: those of the SKU, and term and payment. */
    String details() {
        String of = sku.details();
        String start = of == null ? "{" : of.substring(0, of.length() - 1) + ",";
        return start + "\"x_TermYears\":" + offer.termYears() + ",\"x_PaymentOption\":\"" + offer.paymentName() + "\"}";
    }

    /** What the row pays for. */
    String what() {
        return switch (term) {
            case UPFRONT -> ", upfront fee";
            case UNUSED -> ", unused";
            default -> ", recurring fee";
        };
    }
}
