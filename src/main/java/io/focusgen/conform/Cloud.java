package io.focusgen.conform;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The providers whose habits are known, under the names that they have in FOCUS data. */
enum Cloud {
    AWS("AWS", "amazon|aws"),
    AZURE("Microsoft", "microsoft|azure"),
    GOOGLE("Google Cloud", "google|gcp");

    private final String label;
    private final Pattern family;

    Cloud(String label, String family) {
        this.label = label;
        this.family = Pattern.compile("(?i)(?:" + family + ")(?![a-z]).*");
    }

    String label() {
        return label;
    }

    /** The cloud of this name; null for any other. */
    static @Nullable Cloud named(@Nullable String name) {
        for (Cloud cloud : values()) {
            if (cloud.label.equals(name)) {
                return cloud;
            }
        }
        return null;
    }

    /** Whether the name is a cloud's, or begins like none. */
    static boolean isNameOrForeign(String name) {
        for (Cloud cloud : values()) {
            if (cloud.family.matcher(name).matches() && !cloud.label.equals(name)) {
                return false;
            }
        }
        return true;
    }
}
