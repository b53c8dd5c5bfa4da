package io.focusgen.focus;

import java.util.Comparator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A column beside those of FOCUS, which the specification wants to begin with {@code x_}.
 *
 * @param id {@code x_}, a letter, and up to 60 letters and digits
 * @param source where its texts come from
 */
public record CustomColumn(String id, Source source) implements OutputColumn {

    /** The order in which own columns stand behind those of FOCUS. */
    public static final Comparator<CustomColumn> FILE_ORDER = Comparator.comparing(CustomColumn::id,
            String.CASE_INSENSITIVE_ORDER);

    private static final Pattern ID = Pattern.compile("x_[A-Za-z][A-Za-z0-9]{0,60}");

    public CustomColumn {
        if (!isId(id)) {
            throw new IllegalArgumentException(id + " is not x_, a letter, and up to 60 letters and digits");
        }
    }

    /** Whether an own column may be named so. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Printable ASCII, which every format can hold. */
    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    /** What is known of a row. */
    public interface Facts {

        /** The value of this key in the row's Tags, or null. Keys are compared exactly. */
        @Nullable
        String tag(String key);

        /** The truth about who the row belongs to, whatever its tags say; null where nobody knows. */
        @Nullable
        String organisation(OrganisationAttribute attribute);
    }

    /** Where the texts of an own column come from. */
    public sealed interface Source permits Constant, Tag, Organisation {

        /** The text of a row, or null. */
        @Nullable
        String text(Facts facts);
    }

    /**
     * The same text in every row.
     *
     * @param value 1 to 200 printable ASCII characters
     */
    public record Constant(String value) implements Source {

        public static final int LONGEST = 200;

        public Constant {
            if (!isValid(value)) {
                throw new IllegalArgumentException("a constant is 1 to 200 printable ASCII characters, not " + value);
            }
        }

        public static boolean isValid(String text) {
            return !text.isEmpty() && text.length() <= LONGEST && isPrintable(text);
        }

        @Override
        public String text(Facts facts) {
            return value;
        }
    }

    /**
     * What the row's Tags have under a key.
     *
     * @param key 1 to 128 printable ASCII characters
     */
    public record Tag(String key) implements Source {

        public static final int LONGEST = 128;

        public Tag {
            if (!isValid(key)) {
                throw new IllegalArgumentException("a tag key is 1 to 128 printable ASCII characters, not " + key);
            }
        }

        public static boolean isValid(String text) {
            return !text.isEmpty() && text.length() <= LONGEST && isPrintable(text);
        }

        @Override
        public @Nullable String text(Facts facts) {
            return facts.tag(key);
        }
    }

    /** Who the row belongs to. */
    public record Organisation(OrganisationAttribute attribute) implements Source {

        @Override
        public @Nullable String text(Facts facts) {
            return facts.organisation(attribute);
        }
    }
}
