package io.focusgen.catalog;

import org.jspecify.annotations.Nullable;

/**
 * SkuId and SkuPriceId in a provider's shape: {@code sku_id} and {@code sku_price_id} of its conventions. A SkuPriceId names
 * its SkuId, the term and the tier; terms have the same code for all SKUs, tiers of one shape for all that have it. Codes
 * known from real bills stand in the table ({@code tier.gb.100-10240}), the others are mixed from stable keys.
 */
final class PriceIds {

    static final String FREE_TERM = "term.free";
    static final String SINGLE_TIER = "tier.single";

    private static final long SKU_SALT = 0x51C0_AB5E_0000_0001L;
    private static final long RATE_SALT = 0x51C0_AB5E_0000_0002L;
    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final int HEX_BITS = 4;

    private final Conventions conventions;
    private final String skuId;
    private final String skuPriceId;

    PriceIds(Conventions conventions) {
        this.conventions = conventions;
        skuId = conventions.text(Conventions.Text.SKU_ID);
        skuPriceId = conventions.text(Conventions.Text.SKU_PRICE_ID);
    }

    static String termKey(PriceTerm term) {
        return "term." + term.label();
    }

    String skuId(Sku sku, @Nullable Region region) {
        long state = StableMix.fold(SKU_SALT, sku.key());
        return fill(skuId, StableMix.fold(state, region == null ? "" : region.id()), "", "", "");
    }

    /** A commitment is a SKU of its own: what it is for, under its term and payment. */
    String skuId(OfferUse use) {
        long state = StableMix.fold(StableMix.fold(SKU_SALT, use.sku().key()), use.offer().key());
        return fill(skuId, StableMix.fold(state, use.region() == null ? "" : use.region().id()), "", "", "");
    }

    String skuPriceId(OfferUse use) {
        String id = skuId(use);
        return fill(skuPriceId, StableMix.fold(RATE_SALT, id), id, conventions.value(termKey(use.term())),
                conventions.value(SINGLE_TIER));
    }

    String skuPriceId(Sku sku, @Nullable Region region, PriceTerm term, int tier) {
        Tier band = sku.tiers().get(tier);
        boolean free = term == PriceTerm.ON_DEMAND && sku.isTiered() && band.price().isZero();
        String id = skuId(sku, region);
        return fill(skuPriceId, StableMix.fold(RATE_SALT, id), id,
                conventions.value(free ? FREE_TERM : termKey(term)), rate(sku, band));
    }

    private String rate(Sku sku, Tier band) {
        String single = conventions.value(SINGLE_TIER);
        if (!sku.isTiered()) {
            return single;
        }
        String known = conventions.optional("tier." + label(sku.kind()) + '.' + band.from() + '-' + band.to());
        if (known != null) {
            return known;
        }
        long state = StableMix.fold(RATE_SALT, sku.unit());
        return StableMix.code(StableMix.fold(StableMix.fold(state, band.from()), band.to()), single.length());
    }

    private static String label(MeterKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String fill(String template, long state, String sku, String term, String tier) {
        StringBuilder filled = new StringBuilder(48);
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            filled.append(template, at, open);
            String name = template.substring(open + 1, close);
            if (name.startsWith("code")) {
                filled.append(StableMix.code(state, Integer.parseInt(name.substring("code".length()))));
            } else if (name.startsWith("digits")) {
                digits(state, Integer.parseInt(name.substring("digits".length())), filled);
            } else {
                switch (name) {
                    case "sku" -> filled.append(sku);
                    case "term" -> filled.append(term);
                    case "tier" -> filled.append(tier);
                    case "hexgroups" -> hexGroups(state, filled);
                    default -> throw new IllegalArgumentException("no placeholder {" + name + "} in " + template);
                }
            }
            at = close + 1;
        }
        return filled.append(template, at, template.length()).toString();
    }

    private static void digits(long state, int length, StringBuilder out) {
        for (int i = 0; i < length; i++) {
            long digit = Long.remainderUnsigned(StableMix.mix(state + i), i == 0 ? 9 : 10);
            out.append((char) ('0' + digit + (i == 0 ? 1 : 0)));
        }
    }

    /** Three groups of four upper-case hexadecimal digits, the first of them a letter: {@code CF4E-A0C7-E3BF}. */
    private static void hexGroups(long state, StringBuilder out) {
        long bits = StableMix.mix(state);
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                out.append('-');
            }
            int digit = (int) (bits >>> i * HEX_BITS) & 15;
            out.append(i == 0 ? (char) ('A' + digit % 6) : Character.toUpperCase(Character.forDigit(digit, 16)));
        }
    }
}
