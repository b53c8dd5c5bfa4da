package io.focusgen.conform;

import java.util.Locale;

/** Short names of a sample's things, and the ids that they have with their provider. */
final class Nickname {

    private static final String RATE = "6YS6EN2CT7";

    private Nickname() {
    }

    static String sku(String provider, String name) {
        return switch (provider) {
            case "AWS" -> padded(name, 16);
            case "Microsoft" -> padded(name, 12);
            case "Google Cloud" -> {
                String digits = String.format(Locale.ROOT, "%012X", name.hashCode() & 0xFFFF_FFFFL);
                yield digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
            }
            default -> name;
        };
    }

    static String price(String provider, String sku, String name) {
        String skuId = sku(provider, sku);
        return switch (provider) {
            case "AWS" -> skuId + "." + padded(name, 10) + "." + RATE;
            case "Microsoft" -> skuId + "_00TG_" + padded(name, 10);
            case "Google Cloud" -> skuId + "-" + name;
            default -> name;
        };
    }

    /** An ARN for a nickname at AWS; whatever looks like an id already is one. */
    static String resource(String provider, String name) {
        return provider.equals("AWS") && name.indexOf(':') < 0 ? arn(name) : name;
    }

    static String arn(String name) {
        return "arn:aws:sample:::" + name;
    }

    private static String padded(String name, int length) {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return (plain + "0".repeat(length)).substring(0, length);
    }
}
