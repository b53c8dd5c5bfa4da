package io.focusgen.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;

/**
 * The numbers of a custom trend: one list for all providers, or one for each of some.
 *
 * @param each of the first months; empty where providers have their own
 * @param some by the label of a provider; empty where there is one list for all
 */
record Multipliers(List<BigDecimal> each, SortedMap<String, List<BigDecimal>> some) {

    /** What no month is multiplied with differently. */
    static final Multipliers ONE = new Multipliers(List.of(BigDecimal.ONE), new TreeMap<>());

    /** Between the label of a provider and its numbers. */
    static final String OF = ":";

    /** Between providers. */
    static final String BETWEEN = ";";

    static final int MOST = 120;

    private static final String ITEM = ",";
    private static final int DECIMALS = 4;

    /** A member of a JSON object, whose value is an array of numbers or a text. */
    private static final Pattern MEMBER = Pattern
            .compile("\\s*\"([^\"\\\\]*)\"\\s*:\\s*(?:\\[([^\\[\\]{}\"]*)]|\"([^\"\\\\]*)\")\\s*(,(?!\\s*$)|$)");
    private static final Pattern OBJECT = Pattern.compile("\\s*\\{(.*)}\\s*", Pattern.DOTALL);

    Multipliers {
        each = List.copyOf(each);
        some = Collections.unmodifiableSortedMap(new TreeMap<>(some));
        if (each.isEmpty() == some.isEmpty()) {
            throw new IllegalArgumentException("multipliers for all, or for some, not both and not neither");
        }
    }

    /** What an array of values says as one text. */
    static String joined(Collection<String> texts) {
        return String.join(texts.stream().anyMatch(text -> text.contains(OF)) ? BETWEEN : ITEM, texts);
    }

    /**
     * Reads {@code 1,1.2,0.9}, or lists with the providers that they are for: {@code aws:1,0.6;gcp:0.1,1}, also as a JSON object
     * of arrays.
     */
    static Multipliers read(String text) throws WrongValue {
        Matcher object = OBJECT.matcher(text);
        List<String> items = object.matches() ? members(object.group(1)) : List.of(text.split(BETWEEN, -1));
        if (items.size() == 1 && !items.get(0).contains(OF)) {
            Part part = Part.read(items.get(0));
            return exactly(new Multipliers(part.numbers, new TreeMap<>()), part.exact);
        }
        boolean exact = true;
        SortedMap<String, List<BigDecimal>> some = new TreeMap<>();
        for (String item : items) {
            int end = item.indexOf(OF);
            String given = end < 0 ? "" : item.substring(0, end).strip();
            String label = Spelling.match(given, Provider.labels()).or(() -> Spelling.nearest(given, Provider.labels()))
                    .orElse(null);
            if (label == null || some.containsKey(label)) {
                throw new WrongValue(null);
            }
            Part part = Part.read(item.substring(end + 1));
            exact &= part.exact && Spelling.match(given, Provider.labels()).isPresent();
            some.put(label, part.numbers);
        }
        return exactly(new Multipliers(List.of(), some), exact);
    }

    private static Multipliers exactly(Multipliers read, boolean exact) throws WrongValue {
        if (!exact) {
            throw new WrongValue(read.text());
        }
        return read;
    }

    private static List<String> members(String object) throws WrongValue {
        List<String> members = new ArrayList<>();
        Matcher member = MEMBER.matcher(object);
        int read = 0;
        do {
            member.region(read, object.length());
            if (!member.lookingAt()) {
                throw new WrongValue(null);
            }
            members.add(member.group(1) + OF + (member.group(2) == null ? member.group(3) : member.group(2)));
            read = member.end();
        } while (read < object.length());
        return members;
    }

    /** Some numbers as they are written, or what is nearest to them. */
    private record Part(List<BigDecimal> numbers, boolean exact) {

        static Part read(String text) throws WrongValue {
            List<BigDecimal> numbers = new ArrayList<>();
            boolean exact = true;
            for (String item : text.split(ITEM, -1)) {
                try {
                    numbers.add(Numbers.decimal(item.strip(), Trend.LEAST, Trend.MOST, DECIMALS));
                } catch (WrongValue wrong) {
                    if (wrong.nearest() == null) {
                        throw wrong;
                    }
                    exact = false;
                    numbers.add(new BigDecimal(wrong.nearest()));
                }
            }
            return numbers.size() > MOST
                    ? new Part(numbers.subList(0, MOST), false)
                    : new Part(numbers, exact);
        }
    }

    /** The trend of these providers, which is the same for all of them where they all have the same numbers. */
    Trend trend(BillingMonth start, List<String> labels) {
        if (some.isEmpty()) {
            return new Trend.Custom(start, each);
        }
        SortedMap<String, List<BigDecimal>> left = new TreeMap<>(some);
        left.keySet().retainAll(labels);
        if (left.isEmpty()) {
            return Trend.NONE;
        }
        List<List<BigDecimal>> different = left.values().stream().distinct().toList();
        return left.size() == labels.size() && different.size() == 1
                ? new Trend.Custom(start, different.get(0))
                : new Trend.Apart(start, left);
    }

    /** As in requests. */
    String text() {
        return some.isEmpty() ? text(each) : text(some);
    }

    static String text(List<BigDecimal> numbers) {
        return numbers.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(ITEM));
    }

    static String text(SortedMap<String, List<BigDecimal>> some) {
        return some.entrySet().stream().map(entry -> entry.getKey() + OF + text(entry.getValue()))
                .collect(Collectors.joining(BETWEEN));
    }
}
