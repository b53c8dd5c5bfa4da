package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/** A resource is somebody's: tags that say whose may be missing on some rows or spelled in odd ways, but agree. */
final class ResourceTeams implements SetCheck {

    static final SetRule ONE_TEAM = new SetRule("FG-RESOURCE-TEAM",
            "Where the Tags of a ResourceId say team, owner, cost centre, application or environment, all its rows say "
                    + "the same.",
            "a resource has one owner at a time; what is corrected had the owner of then",
            EnumSet.of(FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CLASS, FocusColumn.RESOURCE_ID,
                    FocusColumn.TAGS));

    private static final List<String> KEYS = List.of("team", "owner", "costcenter", "costcentre", "application", "app",
            "environment", "env");

    private final Memory memory;

    /** The tags of a resource's first row in a month, as text: parsed where another row has others. */
    private final MonthMemory<Integer, String> tags;

    ResourceTeams(Memory memory) {
        this.memory = memory;
        tags = new MonthMemory<>(memory, List.of(ONE_TEAM), (text, findings) -> {
        });
    }

    @Override
    public List<SetRule> rules() {
        return List.of(ONE_TEAM);
    }

    @Override
    public void row(Row row, Findings findings) {
        String text = row.text(FocusColumn.TAGS);
        if (text == null || row.isCorrection() || row.lacks(FocusColumn.RESOURCE_ID)) {
            return;
        }
        if (row.isForgotten(FocusColumn.RESOURCE_ID)) {
            memory.missed(rules());
            return;
        }
        // Neighbours share their text, which is counted once for each resource nevertheless.
        String first = tags.get(row, row.id(FocusColumn.RESOURCE_ID), text.length(), () -> text, findings);
        if (first == null || first.equals(text)) {
            return;
        }
        Map<String, String> before = ownership(first);
        Map<String, String> now = ownership(text);
        before.keySet().retainAll(now.keySet());
        now.keySet().retainAll(before.keySet());
        if (!before.equals(now)) {
            findings.add(ONE_TEAM, row.number(), () -> Row.show(row.text(FocusColumn.RESOURCE_ID)) + ": was "
                    + Row.show(before) + ", is " + Row.show(now));
        }
    }

    /** What the tags say under keys of ownership, however those are spelled. */
    private static Map<String, String> ownership(@Nullable String text) {
        Map<String, String> said = new TreeMap<>();
        KeyValues found = text == null ? null : KeyValues.parse(text);
        if (found != null) {
            found.texts().forEach((key, value) -> {
                String plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
                if (KEYS.contains(plain)) {
                    said.put(plain, value);
                }
            });
        }
        return said;
    }
}
