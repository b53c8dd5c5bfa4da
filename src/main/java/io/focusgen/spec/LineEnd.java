package io.focusgen.spec;

/** What ends a line. */
public enum LineEnd {
    LF("lf", "\n"),
    CRLF("crlf", "\r\n");

    private final String label;
    private final String characters;

    LineEnd(String label, String characters) {
        this.label = label;
        this.characters = characters;
    }

    public String label() {
        return label;
    }

    public String characters() {
        return characters;
    }
}
