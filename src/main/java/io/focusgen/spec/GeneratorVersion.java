package io.focusgen.spec;

/** Which generator this is. Together with the canonical request it decides every byte of a data set. */
public final class GeneratorVersion {

    /** The version in {@code pom.xml}; a test holds the two together. */
    public static final String CURRENT = "0.1.0";

    private GeneratorVersion() {
    }
}
