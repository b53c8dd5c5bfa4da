package io.focusgen.plan;

/**
 * Short-lived lines in groups: jobs of one account and region, which are one slice. The first groups are small, so that a
 * small bill has jobs in several accounts; later ones are large, so that a large plan stays small.
 */
public final class JobGroups {

    /** Lines of a small group; even, as of all groups, because neighbours share their rows. */
    private static final int SMALL = 4;
    static final int SMALL_GROUPS = 24;
    private static final int LARGE = 64;
    private static final long IN_SMALL = (long) SMALL * SMALL_GROUPS;

    private JobGroups() {
    }

    /** Groups of so many lines, the last of which may not be full. */
    static long count(long lines) {
        return lines == 0 ? 0 : of(lines - 1) + 1;
    }

    /** The group that a line belongs to. */
    static long of(long line) {
        return line < IN_SMALL ? line / SMALL : SMALL_GROUPS + (line - IN_SMALL) / LARGE;
    }

    /** The first line of a group. */
    public static long first(long group) {
        return group < SMALL_GROUPS ? group * SMALL : IN_SMALL + (group - SMALL_GROUPS) * LARGE;
    }
}
