package io.focusgen.conform;

/**
 * What to ask beyond what holds for every FOCUS data set.
 *
 * @param mandatoryColumns whether the mandatory columns must be present; not so where a request named its columns
 * @param ascii whether texts must be ASCII, which FOCUS does not ask but its validator does
 * @param habits whether AWS, Microsoft and Google Cloud must write ids, names and tags as they do; where a file of theirs
 *     went through other hands they may have become something else
 * @param memory bytes that the check may take for what it remembers of ids; see {@link Report#partly()} for what happens
 *     where they do not do. Half a gigabyte does for ten million hourly rows or a million monthly ones in a month, and any
 *     number of such months one after the other
 */
public record Options(boolean mandatoryColumns, boolean ascii, boolean habits, long memory) {

    private static final long MEMORY = 1L << 29;

    /** For a data set of unknown origin that claims to be complete. */
    public static final Options COMPLETE = new Options(true, false, true, MEMORY);

    /** For a data set that was asked for by columns. */
    public static final Options SOME_COLUMNS = new Options(false, false, true, MEMORY);

    public Options withAscii() {
        return new Options(mandatoryColumns, true, habits, memory);
    }

    public Options withoutHabits() {
        return new Options(mandatoryColumns, ascii, false, memory);
    }

    public Options withMemory(long bytes) {
        return new Options(mandatoryColumns, ascii, habits, bytes);
    }
}
