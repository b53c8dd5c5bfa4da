package io.focusgen.spec;

import java.util.List;

/** A line of a table of parameters, of which command line, OpenAPI and documentation are made. */
public interface Documented {

    /** As in a query string, e.g. {@code commitmentCoverage}. */
    String label();

    /** Whole names accepted beside {@link #label}, e.g. another English spelling. */
    List<String> otherNames();

    ValueType type();

    /** The value that stands for a parameter not given, or what that value is in words. */
    String defaultValue();

    String example();

    /** One sentence. */
    String help();

    /** Whether it may stand in a request more than once. */
    boolean repeatable();
}
