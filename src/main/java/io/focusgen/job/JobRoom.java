package io.focusgen.job;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.focusgen.bundle.BundleParameter;
import io.focusgen.bundle.BundleRequest;
import io.focusgen.bundle.BundleSize;
import io.focusgen.sink.Room;
import io.focusgen.sink.Target;
import io.focusgen.spec.Violation;

/** Says beforehand where the files of a job do not fit. */
public final class JobRoom {

    private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB", "PB", "EB");
    private static final int THOUSAND = 1_000;
    private static final int DIGITS = 3;

    /** The size is an estimate: what is proposed stays below the limit by so much. */
    private static final double MARGIN = 0.9;

    private JobRoom() {
    }

    /**
     * What is wrong with a request of that size, or nothing.
     *
     * @param room that the target has
     * @param targets that there are to choose from
     */
    public static Optional<Violation> refusal(BundleRequest request, BundleSize size, Room room,
            Set<Target> targets) {
        if (size.bytes() > room.all()) {
            long most = rows(request, room.all() / (double) size.bytes());
            return Optional.of(ofRows(request, most, "its files would have about " + text(size.bytes()) + ", and "
                    + text(room.all())
                    + " are left for files on the disk of the service. Ask for fewer rows or months, or for"
                    + " a smaller format such as csv.zst or parquet"
                    + (targets.contains(Target.S3) ? ", or for target s3" : "")
                    + "; or delete jobs that are not needed any more."));
        }
        if (size.largest() > room.each()) {
            return Optional.of(ofParts(request, size, room));
        }
        return Optional.empty();
    }

    private static Violation ofParts(BundleRequest request, BundleSize size, Room room) {
        String large = "a file would have about " + text(size.largest()) + ", and an object in S3 holds "
                + text(room.each()) + ".";
        double times = size.largest() / (room.each() * MARGIN);
        long parts = (long) Math.ceil(request.parts() * times);
        int most = Math.min(BundleRequest.MOST_PARTS,
                JobReader.MOST_FILES / (request.dataFiles() / request.parts()));
        return parts <= most
                ? new Violation(BundleParameter.PARTS.label(), Integer.toString(request.parts()),
                        "Must be at least " + parts + " here: " + large, Long.toString(parts))
                : ofRows(request, rows(request, (double) most / request.parts() * room.each() / size.largest()),
                        "even in " + most + " parts, " + large);
    }

    /** Rows that fit, in three digits. */
    private static long rows(BundleRequest request, double share) {
        return BigDecimal.valueOf(request.dataset().spec().rows() * share * MARGIN)
                .round(new MathContext(DIGITS, RoundingMode.DOWN)).longValue();
    }

    private static Violation ofRows(BundleRequest request, long most, String why) {
        return new Violation("rows", Long.toString(request.dataset().spec().rows()),
                (most > 0 ? "Must be at most about " + most + " here: " : "Must not be asked for here: ") + why,
                most > 0 ? Long.toString(most) : null);
    }

    /** With three digits and a decimal unit, e.g. {@code 3.52 GB}. */
    private static String text(long bytes) {
        BigDecimal value = BigDecimal.valueOf(bytes).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        int unit = 0;
        while (value.compareTo(BigDecimal.valueOf(THOUSAND)) >= 0) {
            value = value.movePointLeft(DIGITS);
            unit++;
        }
        return value.stripTrailingZeros().toPlainString() + " " + UNITS.get(unit);
    }
}
