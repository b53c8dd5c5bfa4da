package io.focusgen.conform;

/**
 * What to ask beyond what holds for every FOCUS data set.
 *
 * @param mandatoryColumns whether the mandatory columns must be present; not so where a request named its columns
 * @param ascii whether texts must be ASCII, which FOCUS does not ask but its validator does
 */
public record Options(boolean mandatoryColumns, boolean ascii) {

    /** For a data set of unknown origin that claims to be complete. */
    public static final Options COMPLETE = new Options(true, false);

    /** For a data set that was asked for by columns. */
    public static final Options SOME_COLUMNS = new Options(false, false);

    public Options withAscii() {
        return new Options(mandatoryColumns, true);
    }
}
