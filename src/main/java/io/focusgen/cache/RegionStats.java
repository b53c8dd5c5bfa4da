package io.focusgen.cache;

import java.util.OptionalDouble;

/**
 * The figures of a region since the start of the process.
 *
 * @param hits answered from what was kept
 * @param joined answered by what was in the making for somebody else
 * @param misses made
 * @param evictions forgotten for want of room or because of their age
 * @param entries kept now
 * @param bytes that they take, estimated
 * @param boundBytes that they may take; 0 where nothing is kept
 */
public record RegionStats(Region region, long hits, long joined, long misses, long evictions, long entries,
        long bytes, long boundBytes) {

    /** The part of all questions that nothing was made for, 0 to 1; empty where nobody has asked. */
    public OptionalDouble hitRatio() {
        long asked = hits + joined + misses;
        return asked == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (hits + joined) / asked);
    }
}
