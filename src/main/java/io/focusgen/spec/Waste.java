package io.focusgen.spec;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The waste that is asked for.
 *
 * @param count how many things of any kind; 0 where they are listed
 * @param listed how many of each kind, 1 or more; none where they are counted
 */
public record Waste(int count, SortedMap<WasteKind, Integer> listed) {

    public static final Waste NONE = new Waste(0, new TreeMap<>());

    /** Of all kinds together. */
    public static final int MOST = 1_000;

    static final String ALLOWED = "a whole number from 1 to " + MOST
            + " of things that are wasted, or a list of kind:number"
            + " (1 where it is left out) separated by commas or repeated, each kind once and at most " + MOST
            + " together, with a kind of " + String.join(", ", WasteKind.labels());

    private static final String PART = ":";
    private static final int PARTS = 2;

    public Waste {
        listed = Collections.unmodifiableSortedMap(new TreeMap<>(listed));
        if (count < 0 || count + sum(listed) > MOST || count > 0 && !listed.isEmpty()
                || listed.values().stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException(
                    "a number of up to " + MOST + ", or some of each kind, not " + count + " and " + listed);
        }
    }

    private static int sum(Map<WasteKind, Integer> listed) {
        return listed.values().stream().mapToInt(Integer::intValue).sum();
    }

    static Waste read(GivenParameters given) {
        String all = String.join(",", given.list(Parameter.WASTE));
        if (given.list(Parameter.WASTE).size() == 1 && !all.isEmpty() && Character.isDigit(all.charAt(0))) {
            try {
                return new Waste((int) Numbers.whole(all, 1, MOST), new TreeMap<>());
            } catch (WrongValue wrong) {
                given.refuse(Parameter.WASTE, all, GivenParameters.must(Parameter.WASTE), wrong.nearest());
                return NONE;
            }
        }
        Map<WasteKind, Integer> listed = new EnumMap<>(WasteKind.class);
        for (String text : given.list(Parameter.WASTE)) {
            try {
                String[] parts = text.split(PART, PARTS);
                WasteKind kind = kind(parts);
                if (listed.put(kind, parts.length < PARTS ? 1 : number(kind, parts[1])) != null) {
                    given.refuse(Parameter.WASTE, text, "Must name each kind once.", null);
                }
            } catch (WrongValue wrong) {
                given.refuse(Parameter.WASTE, text, GivenParameters.must(Parameter.WASTE), wrong.nearest());
            }
        }
        if (sum(listed) > MOST) {
            given.refuse(Parameter.WASTE, all, GivenParameters.must(Parameter.WASTE), null);
            return NONE;
        }
        return new Waste(0, new TreeMap<>(listed));
    }

    private static WasteKind kind(String[] parts) throws WrongValue {
        Optional<String> label = Spelling.match(parts[0], WasteKind.labels());
        if (label.isEmpty()) {
            throw new WrongValue(Spelling.nearest(parts[0], WasteKind.labels())
                    .map(meant -> parts.length < PARTS ? meant : meant + PART + parts[1]).orElse(null));
        }
        return WasteKind.values()[WasteKind.labels().indexOf(label.get())];
    }

    private static int number(WasteKind kind, String text) throws WrongValue {
        try {
            return (int) Numbers.whole(text, 1, MOST);
        } catch (WrongValue wrong) {
            throw new WrongValue(wrong.nearest() == null ? null : kind.label() + PART + wrong.nearest());
        }
    }

    /** Whether there is any. */
    public boolean any() {
        return count > 0 || !listed.isEmpty();
    }

    /** As {@link #read} reads it. */
    public String text() {
        return listed.isEmpty()
                ? Integer.toString(count)
                : listed.entrySet().stream().map(some -> some.getKey().label() + PART + some.getValue())
                        .collect(Collectors.joining(","));
    }

    /** How many of each kind, in their order, where the count is dealt out to them from this kind on. */
    public Map<WasteKind, Integer> byKind(int first) {
        if (count == 0) {
            return listed;
        }
        Map<WasteKind, Integer> dealt = new EnumMap<>(WasteKind.class);
        WasteKind[] kinds = WasteKind.values();
        for (int i = 0; i < count; i++) {
            dealt.merge(kinds[(first + i) % kinds.length], 1, Integer::sum);
        }
        return dealt;
    }
}
