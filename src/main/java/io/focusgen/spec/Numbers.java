package io.focusgen.spec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as people write them: {@code 1_000_000}, {@code 1e6}, {@code 2.5M}, {@code 10k}. */
final class Numbers {

    /** Three digits of exponent can never be in range, and would make huge numbers of short texts. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<digits>-?[0-9]+(?:_[0-9]+)*(?:\\.[0-9]+)?)(?:[eE]\\+?(?<exponent>[0-9]{1,2})|(?<suffix>[kKmMgGbB]))?");
    private static final int LONGEST = 40;

    /** What people put around a number that we do not read but understand. */
    private static final Pattern DECORATION = Pattern.compile("[\\s,'$+]|(?i:USD|rows)");

    private Numbers() {
    }

    /** A whole number from {@code least} to {@code most}. */
    static long whole(String text, long least, long most) throws WrongValue {
        return decimal(text, BigDecimal.valueOf(least), BigDecimal.valueOf(most), 0).longValueExact();
    }

    /**
     * A number from {@code least} to {@code most} with at most {@code decimals} decimals (trailing zeros not counted). The
     * result has the smallest scale, at least 0, so that equal numbers are equal objects.
     */
    static BigDecimal decimal(String text, BigDecimal least, BigDecimal most, int decimals) throws WrongValue {
        Optional<BigDecimal> read = read(text);
        if (read.isEmpty()) {
            throw new WrongValue(meant(text).map(number -> nearest(number, least, most, decimals).toPlainString())
                    .orElse(null));
        }
        BigDecimal nearest = nearest(read.get(), least, most, decimals);
        if (nearest.compareTo(read.get()) != 0) {
            throw new WrongValue(nearest.toPlainString());
        }
        return nearest;
    }

    private static Optional<BigDecimal> read(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal digits = new BigDecimal(matcher.group("digits").replace("_", ""));
        String exponent = matcher.group("exponent");
        String suffix = matcher.group("suffix");
        int power = exponent != null ? Integer.parseInt(exponent) : suffix != null ? thousands(suffix.charAt(0)) : 0;
        return Optional.of(digits.scaleByPowerOfTen(power));
    }

    private static int thousands(char suffix) {
        return switch (suffix) {
            case 'k', 'K' -> 3;
            case 'm', 'M' -> 6;
            default -> 9;
        };
    }

    /** The number that an unreadable text was meant to be: {@code 1,000 USD}, {@code 60%}, {@code .5}. */
    private static Optional<BigDecimal> meant(String text) {
        String bare = DECORATION.matcher(text).replaceAll("");
        boolean percent = bare.endsWith("%");
        bare = percent ? bare.substring(0, bare.length() - 1) : bare;
        Optional<BigDecimal> number = read(bare.startsWith(".") ? "0" + bare : bare);
        return percent ? number.map(hundredfold -> hundredfold.movePointLeft(2)) : number;
    }

    private static BigDecimal nearest(BigDecimal number, BigDecimal least, BigDecimal most, int decimals) {
        return plain(number.max(least).min(most).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** The same number with the smallest scale, at least 0. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
