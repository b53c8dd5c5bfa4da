package io.focusgen.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.CustomColumn;

/** Reads the parameter {@code customColumns}; each item that is wrong is refused by itself. */
final class CustomColumnReader {

    private static final String NAME = "The name must be x_, a letter, and up to 60 letters and digits.";
    private static final int LONGEST_NAME = 61;

    private final GivenParameters given;
    private final List<CustomColumn> columns = new ArrayList<>();

    CustomColumnReader(GivenParameters given) {
        this.given = given;
    }

    /** The columns in file order. */
    List<CustomColumn> read() {
        List<String> items = given.texts(Parameter.CUSTOM_COLUMNS).stream()
                .flatMap(list -> CustomColumnText.split(list).stream()).toList();
        for (String item : given.bounded(Parameter.CUSTOM_COLUMNS, items)) {
            read(item.stripLeading());
        }
        if (columns.size() > DatasetSpec.MOST_CUSTOM_COLUMNS) {
            refuse(columns.size() + " columns", "At most " + DatasetSpec.MOST_CUSTOM_COLUMNS + " own columns.", null);
        }
        columns.sort(CustomColumn.FILE_ORDER);
        return columns;
    }

    private void read(String item) {
        String plain = CustomColumnText.plain(item);
        if (plain == null) {
            refuse(item, "A backslash must stand before a comma or another backslash.", null);
            return;
        }
        String[] parts = plain.split(":", 3);
        String name = parts[0].strip();
        Optional<CustomColumnKind> kind = parts.length < 3
                ? Optional.empty()
                : CustomColumnKind.byName(parts[1]);
        Optional<CustomColumn.Source> source = kind.flatMap(known -> known.source(parts[2]));
        if (kind.isEmpty()) {
            refuse(item, "Must be " + CustomColumnText.FORMS + ".", meant(name, parts));
        } else if (source.isEmpty()) {
            refuse(item, kind.get().allowed(), meant(name, kind.get(), parts[2]));
        } else if (!CustomColumn.isId(name)) {
            refuse(item, NAME, meant(name, kind.get(), parts[2]));
        } else if (columns.stream().anyMatch(column -> column.id().equalsIgnoreCase(name))) {
            refuse(item, "Must be named once, whatever the case.", null);
        } else {
            columns.add(new CustomColumn(name, source.get()));
        }
    }

    /** What an item without a known kind may have been meant to be: one of a kind like it, or an attribute. */
    private static @Nullable String meant(String name, String[] parts) {
        return switch (parts.length) {
            case 1 -> null;
            case 2 -> meant(name, CustomColumnKind.ORGANISATION, parts[1]);
            default -> CustomColumnKind.nearest(parts[1]).map(kind -> meant(name, kind, parts[2])).orElse(null);
        };
    }

    private static @Nullable String meant(String name, CustomColumnKind kind, String value) {
        return meantName(name).flatMap(meant -> kind.nearestValue(value)
                .map(nearest -> CustomColumnText.of(meant, kind, nearest))).orElse(null);
    }

    /** The name itself where it is one, or one made of its letters and digits. */
    private static Optional<String> meantName(String name) {
        if (CustomColumn.isId(name)) {
            return Optional.of(name);
        }
        boolean marked = name.startsWith("x_") || name.startsWith("X_");
        String letters = (marked ? name.substring(2) : name).replaceAll("[^A-Za-z0-9]", "");
        String meant = "x_" + letters.substring(0, Math.min(letters.length(), LONGEST_NAME));
        return Optional.of(meant).filter(CustomColumn::isId);
    }

    private void refuse(String item, String message, @Nullable String nearest) {
        given.refuse(Parameter.CUSTOM_COLUMNS, item, message, nearest);
    }
}
