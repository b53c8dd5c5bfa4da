package io.focusgen.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The peaks that are asked for.
 *
 * @param listed by day, at most 12, no two of which have a day in common
 */
public record Peaks(List<Peak> listed) {

    public static final Peaks NONE = new Peaks(List.of());

    /** More would be no peaks. */
    public static final int MOST = 12;

    static final String ALLOWED = "at most " + MOST
            + " of day:days:factor separated by commas or repeated, no day in two of"
            + " them, with a first day as in 2026-11-23 from 2015-01-01 to 2100-12-31, 1 to " + Peak.MOST_DAYS
            + " days and a factor from "
            + Peak.LEAST
            + " to " + Peak.MOST + " with at most " + Peak.DECIMALS + " decimals";

    public Peaks {
        listed = listed.stream().sorted(Comparator.comparing(Peak::first)).toList();
        for (int i = 1; i < listed.size(); i++) {
            if (listed.get(i).overlaps(listed.get(i - 1))) {
                throw new IllegalArgumentException(listed.get(i) + " overlaps " + listed.get(i - 1));
            }
        }
        if (listed.size() > MOST) {
            throw new IllegalArgumentException(listed.size() + " peaks are more than " + MOST);
        }
    }

    static Peaks read(GivenParameters given) {
        List<String> texts = given.list(Parameter.PEAK);
        if (texts.size() > MOST) {
            given.refuse(Parameter.PEAK, String.join(",", texts), GivenParameters.must(Parameter.PEAK), null);
            return NONE;
        }
        List<Peak> listed = new ArrayList<>();
        for (String text : texts) {
            try {
                Peak peak = Peak.read(text);
                Optional<Peak> other = listed.stream().filter(peak::overlaps).findFirst();
                if (other.isPresent()) {
                    given.refuse(Parameter.PEAK, text, "Must have no day in common with " + other.get() + ".", null);
                } else {
                    listed.add(peak);
                }
            } catch (WrongValue wrong) {
                given.refuse(Parameter.PEAK, text, GivenParameters.must(Parameter.PEAK), wrong.nearest());
            }
        }
        return new Peaks(listed);
    }

    /** Whether there are any. */
    public boolean any() {
        return !listed.isEmpty();
    }

    /** As {@link #read} reads it. */
    public String text() {
        return listed.stream().map(Peak::toString).collect(Collectors.joining(","));
    }
}
