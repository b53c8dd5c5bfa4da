package io.focusgen.generate;

import io.focusgen.catalog.Sku;

/** The machine that a SKU is about. */
final class InstanceType {

    private static final String KEY = "\"InstanceType\":\"";

    private InstanceType() {
    }

    /** The value of InstanceType in the SKU's SkuPriceDetails. */
    static String of(Sku sku) {
        String details = sku.details();
        int start = details == null ? -1 : details.indexOf(KEY);
        if (details == null || start < 0) {
            throw new IllegalStateException(sku + " is no machine");
        }
        return details.substring(start + KEY.length(), details.indexOf('"', start + KEY.length()));
    }
}
