package io.focusgen.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The anomalies that are asked for.
 *
 * @param count how many of any kind and size begin in every month; 0 where they are listed
 * @param listed in the order of the request
 */
public record Anomalies(int count, List<Anomaly> listed) {

    public static final Anomalies NONE = new Anomalies(0, List.of());

    /** More would be no anomalies. */
    public static final int MOST = 50;

    static final String ALLOWED = "a whole number from 0 to " + MOST + " of anomalies in every month, or at most "
            + MOST
            + " of kind:size:start separated by commas or repeated, with a kind of "
            + String.join(", ", AnomalyKind.labels()) + ", a size of " + String.join(", ", AnomalySize.labels())
            + " (medium where it is left out) and a start as in 2026-03-06T18:00 or 2026-03-06 (every month has one where"
            + " it is left out)";

    public Anomalies {
        listed = List.copyOf(listed);
        if (count < 0 || count > MOST || listed.size() > MOST || count > 0 && !listed.isEmpty()) {
            throw new IllegalArgumentException(
                    "a number of up to " + MOST + " anomalies, or a list of them, not " + count
                            + " and " + listed);
        }
    }

    static Anomalies read(GivenParameters given) {
        if (!given.has(Parameter.ANOMALIES)) {
            return NONE;
        }
        List<String> texts = given.list(Parameter.ANOMALIES);
        if (texts.size() > MOST) {
            given.refuse(Parameter.ANOMALIES, String.join(",", texts), GivenParameters.must(Parameter.ANOMALIES), null);
            return NONE;
        }
        boolean number = texts.size() == 1 && !texts.get(0).isEmpty() && Character.isDigit(texts.get(0).charAt(0));
        List<Anomaly> listed = new ArrayList<>();
        int count = 0;
        for (String text : texts) {
            try {
                if (number) {
                    count = (int) Numbers.whole(text, 0, MOST);
                } else {
                    listed.add(Anomaly.read(text));
                }
            } catch (WrongValue wrong) {
                given.refuse(Parameter.ANOMALIES, text, GivenParameters.must(Parameter.ANOMALIES), wrong.nearest());
            }
        }
        return new Anomalies(count, listed);
    }

    /** Whether there are any. */
    public boolean any() {
        return count > 0 || !listed.isEmpty();
    }

    /** As {@link #read} reads it. */
    public String text() {
        return listed.isEmpty()
                ? Integer.toString(count)
                : listed.stream().map(Anomaly::toString).collect(Collectors.joining(","));
    }
}
