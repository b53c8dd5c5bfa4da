package io.focusgen.catalog;

import org.jspecify.annotations.Nullable;

/**
 * SkuId and SkuPriceId as AWS writes them: 16 characters; the same followed by an offer term and a rate code of 10 each.
 * Offer terms are the same for all SKUs, rate codes for all tiers of one shape. Codes known from real exports are used
 * as they are, the rest is mixed from stable keys.
 */
final class AwsPriceIds {

    private static final long SKU_SALT = 0x51C0_AB5E_0000_0001L;
    private static final long RATE_SALT = 0x51C0_AB5E_0000_0002L;
    private static final long TERM_SALT = 0x51C0_AB5E_0000_0003L;
    private static final int SKU_LENGTH = 16;
    private static final int PART_LENGTH = 10;

    private static final String ON_DEMAND = "JRTCKXETXF";
    private static final String FREE_TIER = "A429C66SYZ";
    /** One year, standard, no upfront. */
    private static final String RESERVATION = "4NA7Y494T4";
    private static final String SINGLE_RATE = "6YS6EN2CT7";
    private static final String FIRST_10_TB_OUT = "Q3Z75P77EN";
    private static final String NEXT_40_TB_OUT = "VF6T3GAUKQ";
    private static final String FIRST_50_TB_STORED = "PGHJ3S3EYE";

    private AwsPriceIds() {
    }

    static String skuId(Sku sku, @Nullable Region region) {
        long state = StableMix.fold(SKU_SALT, sku.key());
        return StableMix.code(StableMix.fold(state, region == null ? "" : region.id()), SKU_LENGTH);
    }

    static String skuPriceId(Sku sku, @Nullable Region region, PriceTerm term, int tier) {
        Tier band = sku.tiers().get(tier);
        boolean free = sku.isTiered() && band.price().isZero();
        return skuId(sku, region) + '.' + offerTerm(term, free) + '.' + rateCode(sku, band);
    }

    private static String offerTerm(PriceTerm term, boolean free) {
        return switch (term) {
            case ON_DEMAND -> free ? FREE_TIER : ON_DEMAND;
            case PURCHASE -> RESERVATION;
            case SPOT -> StableMix.code(TERM_SALT + 1, PART_LENGTH);
            case COMMITTED -> StableMix.code(TERM_SALT + 2, PART_LENGTH);
            case UNUSED -> StableMix.code(TERM_SALT + 3, PART_LENGTH);
        };
    }

    private static String rateCode(Sku sku, Tier band) {
        if (!sku.isTiered()) {
            return SINGLE_RATE;
        }
        if (sku.kind() == MeterKind.GB && band.from() == 100 && band.to() == 10_240) {
            return FIRST_10_TB_OUT;
        }
        if (sku.kind() == MeterKind.GB && band.from() == 10_240 && band.to() == 51_200) {
            return NEXT_40_TB_OUT;
        }
        if (sku.kind() == MeterKind.GB_MONTHS && band.from() == 0 && band.to() == 51_200) {
            return FIRST_50_TB_STORED;
        }
        long state = StableMix.fold(RATE_SALT, sku.unit());
        return StableMix.code(StableMix.fold(StableMix.fold(state, band.from()), band.to()), PART_LENGTH);
    }
}
