package io.focusgen.conform;

/**
 * What to ask beyond what holds for every FOCUS data set.
 *
 * @param mandatoryColumns whether the mandatory columns must be present; not so where a request named its columns
 * @param ascii whether texts must be ASCII, which FOCUS does not ask but its validator does
 * @param habits whether AWS, Microsoft and Google Cloud must write ids, names and tags as they do; where a file of theirs
 *     went through other hands they may have become something else
 */
public record Options(boolean mandatoryColumns, boolean ascii, boolean habits) {

    /** For a data set of unknown origin that claims to be complete. */
    public static final Options COMPLETE = new Options(true, false, true);

    /** For a data set that was asked for by columns. */
    public static final Options SOME_COLUMNS = new Options(false, false, true);

    public Options withAscii() {
        return new Options(mandatoryColumns, true, habits);
    }

    public Options withoutHabits() {
        return new Options(mandatoryColumns, ascii, false);
    }
}
