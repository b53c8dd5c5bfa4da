package io.focusgen.spec;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Provider;

/**
 * What is asked of the bills of a data set: BilledCost before tax a month, in each bill's currency.
 *
 * @param each the same for every provider, or null where it is not
 * @param some by the label of a provider, where it is not the same for all; who is not named gets the profile's own
 */
public record Budget(@Nullable Amount each, SortedMap<String, Amount> some) {

    /** Nothing is asked: every provider gets the profile's own. */
    public static final Budget NATURAL = new Budget(null, new TreeMap<>());

    private static final BigDecimal LEAST = new BigDecimal("0.01");
    /** No month of anybody costs more, in the billing currency. */
    public static final BigDecimal MOST = BigDecimal.TEN.pow(10);
    private static final int DECIMALS = 2;
    private static final String ITEM = ",";
    private static final char OF = ':';

    /**
     * What the bills of a provider are to come to.
     *
     * @param value above 0
     * @param about whether another is taken where the rows cannot meet it; else they are refused
     */
    public record Amount(BigDecimal value, boolean about) {

        private static final char ABOUT = '~';

        private static Amount read(String text) throws WrongValue {
            boolean about = !text.isEmpty() && text.charAt(0) == ABOUT;
            try {
                return new Amount(Numbers.decimal(about ? text.substring(1) : text, LEAST, MOST, DECIMALS), about);
            } catch (WrongValue wrong) {
                throw about && wrong.nearest() != null ? new WrongValue(ABOUT + wrong.nearest()) : wrong;
            }
        }

        @Override
        public String toString() {
            return (about ? String.valueOf(ABOUT) : "") + value.toPlainString();
        }
    }

    public Budget {
        some = Collections.unmodifiableSortedMap(new TreeMap<>(some));
        if (each != null && !some.isEmpty()) {
            throw new IllegalArgumentException("one budget for all, or budgets for some, not both");
        }
    }

    /** Exactly the same for every provider. */
    public static Budget each(BigDecimal amount) {
        return new Budget(new Amount(amount, false), new TreeMap<>());
    }

    /** That of a provider's bills, or null for the profile's own. */
    public @Nullable Amount of(Provider provider) {
        return each != null ? each : some.get(provider.label());
    }

    /** Reads an amount, or amounts with the providers that they are for: {@code 250000} or {@code aws:250000,gcp:~90k}. */
    static Budget read(String text) throws WrongValue {
        if (text.indexOf(OF) < 0) {
            return new Budget(Amount.read(text), new TreeMap<>());
        }
        SortedMap<String, Amount> some = new TreeMap<>();
        boolean exact = true;
        for (String item : text.split(ITEM, -1)) {
            int end = item.indexOf(OF);
            String given = end < 0 ? "" : item.substring(0, end);
            String label = Spelling.match(given, Provider.labels()).or(() -> Spelling.nearest(given, Provider.labels()))
                    .orElse(null);
            if (label == null || some.containsKey(label)) {
                throw new WrongValue(null);
            }
            exact &= Spelling.match(given, Provider.labels()).isPresent();
            try {
                some.put(label, Amount.read(item.substring(end + 1)));
            } catch (WrongValue wrong) {
                if (wrong.nearest() == null) {
                    throw wrong;
                }
                exact = false;
                some.put(label, Amount.read(wrong.nearest()));
            }
        }
        Budget read = new Budget(null, some);
        if (!exact) {
            throw new WrongValue(read.text());
        }
        return read;
    }

    /** The same, and what {@code other} says of providers that this says nothing of. */
    Budget or(Budget other) {
        if (each != null || some.isEmpty()) {
            return this;
        }
        SortedMap<String, Amount> both = new TreeMap<>(other.some);
        both.putAll(some);
        return new Budget(null, both);
    }

    /** The same without the providers of other labels, and with one amount for all where all have the same. */
    Budget only(Collection<String> labels) {
        SortedMap<String, Amount> left = new TreeMap<>(some);
        left.keySet().retainAll(labels);
        boolean alike = left.size() == labels.size() && left.values().stream().distinct().count() == 1;
        return alike ? new Budget(left.get(left.firstKey()), new TreeMap<>()) : new Budget(each, left);
    }

    /** As in requests, or null where nothing is asked. */
    @Nullable
    String text() {
        if (each != null) {
            return each.toString();
        }
        return some.isEmpty()
                ? null
                : some.entrySet().stream().map(entry -> entry.getKey() + OF + entry.getValue())
                        .collect(Collectors.joining(ITEM));
    }
}
