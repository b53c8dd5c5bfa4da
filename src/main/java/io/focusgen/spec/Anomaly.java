package io.focusgen.spec;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An anomaly that is asked for.
 *
 * @param kind what goes wrong
 * @param size how much it costs
 * @param startHour hours from 1970-01-01T00:00Z to its start; null for one that begins in every month
 */
public record Anomaly(AnomalyKind kind, AnomalySize size, @Nullable Long startHour) {

    private static final char PART = ':';
    private static final int MOST_PARTS = 3;
    private static final int HOURS = 24;
    private static final Pattern START = Pattern
            .compile("([0-9-]{10})(?:T([01][0-9]|2[0-3])(?::00(?::00)?Z?)?)?");

    /** Reads {@code kind[:size[:start]]}. */
    static Anomaly read(String text) throws WrongValue {
        String[] parts = text.strip().split(String.valueOf(PART), MOST_PARTS);
        Optional<AnomalyKind> kind = AnomalyKind.byLabel(match(parts[0], AnomalyKind.labels()));
        Optional<AnomalySize> size = AnomalySize
                .byLabel(parts.length < 2 ? AnomalySize.MEDIUM.label() : match(parts[1], AnomalySize.labels()));
        Optional<Long> start = parts.length < MOST_PARTS ? Optional.empty() : Optional.of(start(parts));
        return new Anomaly(kind.orElseThrow(() -> wrong(parts, 0, AnomalyKind.labels())),
                size.orElseThrow(() -> wrong(parts, 1, AnomalySize.labels())), start.orElse(null));
    }

    private static String match(String text, List<String> labels) {
        return Spelling.match(text, labels).orElse(text);
    }

    /** The same with the nearest word in one place. */
    private static WrongValue wrong(String[] parts, int place, List<String> labels) {
        Optional<String> nearest = Spelling.nearest(parts[place], labels);
        if (nearest.isEmpty()) {
            return new WrongValue(null);
        }
        String[] meant = parts.clone();
        meant[place] = nearest.get();
        return new WrongValue(String.join(String.valueOf(PART), meant));
    }

    private static long start(String[] parts) throws WrongValue {
        Matcher matcher = START.matcher(parts[2]);
        if (!matcher.matches()) {
            throw new WrongValue(null);
        }
        int hour = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        try {
            return Days.read(matcher.group(1)).toEpochDay() * HOURS + hour;
        } catch (WrongValue wrong) {
            throw wrong.nearest() == null
                    ? wrong
                    : new WrongValue(parts[0] + PART + parts[1] + PART + wrong.nearest()
                            + parts[2].substring(matcher.end(1)));
        }
    }

    /** As {@link #read} reads it. */
    @Override
    public String toString() {
        String text = kind.label() + PART + size.label();
        if (startHour == null) {
            return text;
        }
        int hour = (int) Math.floorMod(startHour, (long) HOURS);
        return text + PART + LocalDate.ofEpochDay(Math.floorDiv(startHour, (long) HOURS)) + "T"
                + (hour < 10 ? "0" : "") + hour + ":00";
    }
}
