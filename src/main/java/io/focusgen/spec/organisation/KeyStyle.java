package io.focusgen.spec.organisation;

import java.util.List;

/** How a company writes its tag keys. */
public enum KeyStyle implements Named {
    SNAKE("snake"),
    KEBAB("kebab"),
    PASCAL("pascal");

    private final String label;

    KeyStyle(String label) {
        this.label = label;
    }

    /** As in documents. */
    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> otherNames() {
        return List.of();
    }

    /** A key of these words: {@code cost_center}, {@code cost-center}, {@code CostCenter}. */
    public String key(List<String> words) {
        return switch (this) {
            case SNAKE -> String.join("_", words);
            case KEBAB -> String.join("-", words);
            case PASCAL -> pascal(words);
        };
    }

    private static String pascal(List<String> words) {
        StringBuilder key = new StringBuilder();
        for (String word : words) {
            key.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return key.toString();
    }
}
