package io.focusgen.spec;

/** What stands between two fields. */
public enum Delimiter {
    COMMA("comma", ','),
    SEMICOLON("semicolon", ';'),
    TAB("tab", '\t'),
    PIPE("pipe", '|');

    private final String label;
    private final char character;

    Delimiter(String label, char character) {
        this.label = label;
        this.character = character;
    }

    public String label() {
        return label;
    }

    public char character() {
        return character;
    }
}
