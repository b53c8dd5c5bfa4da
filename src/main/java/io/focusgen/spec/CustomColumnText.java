package io.focusgen.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.OrganisationAttribute;

/**
 * How own columns are written in a request: {@code x_Name:kind:value}, several with commas between them. A comma or
 * backslash of a text stands behind a backslash.
 */
final class CustomColumnText {

    static final String FORMS = "x_Name:constant:text, x_Name:tag:key or x_Name:organisation:attribute";
    static final String ALLOWED = FORMS + ", at most " + DatasetSpec.MOST_CUSTOM_COLUMNS
            + ", separated by commas or repeated; the attribute is one of "
            + String.join(", ", OrganisationAttribute.labels());

    /** The end of a sentence about a text. */
    static final String NO_FORMULA = "; the first that is no blank must be none of = + - @.";

    private CustomColumnText() {
    }

    /** The parameter's value for these columns; null for none. */
    static @Nullable String list(List<CustomColumn> columns) {
        return columns.isEmpty() ? null : columns.stream().map(CustomColumnText::of).collect(Collectors.joining(","));
    }

    private static String of(CustomColumn column) {
        CustomColumn.Source source = column.source();
        if (source instanceof CustomColumn.Constant constant) {
            return of(column.id(), CustomColumnKind.CONSTANT, constant.value());
        }
        if (source instanceof CustomColumn.Tag tag) {
            return of(column.id(), CustomColumnKind.TAG, tag.key());
        }
        return of(column.id(), CustomColumnKind.ORGANISATION,
                ((CustomColumn.Organisation) source).attribute().label());
    }

    static String of(String name, CustomColumnKind kind, String value) {
        return name + ':' + kind.label() + ':' + value.replace("\\", "\\\\").replace(",", "\\,");
    }

    /** Whether a spreadsheet that opens a file with this text in a cell may calculate it, blanks before it or not. */
    static boolean isFormula(String text) {
        String seen = text.strip();
        return !seen.isEmpty() && "=+-@".indexOf(seen.charAt(0)) >= 0;
    }

    /** Splits at the commas that stand for themselves; what a backslash stands before is still behind it. */
    static List<String> split(String list) {
        List<String> items = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            if (list.charAt(i) == '\\') {
                i++;
            } else if (list.charAt(i) == ',') {
                items.add(list.substring(start, i));
                start = i + 1;
            }
        }
        items.add(list.substring(start));
        return items;
    }

    /** Takes the backslashes away; null where one stands before anything but a comma or backslash. */
    static @Nullable String plain(String item) {
        StringBuilder plain = new StringBuilder(item.length());
        for (int i = 0; i < item.length(); i++) {
            char c = item.charAt(i);
            if (c == '\\') {
                i++;
                if (i == item.length() || item.charAt(i) != ',' && item.charAt(i) != '\\') {
                    return null;
                }
                c = item.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
