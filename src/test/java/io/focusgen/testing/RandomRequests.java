package io.focusgen.testing;

import java.time.YearMonth;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.focusgen.focus.Granularity;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;

/** Requests that nobody would think of: any number makes one, the same every time. */
public final class RandomRequests {

    private static final String[] COVERAGES = {"0", "0.05", "0.2", "0.4", "0.6", "0.8", "0.95"};
    private static final String[] UTILISATIONS = {"0.5", "0.6", "0.75", "0.9", "0.99", "1"};
    private static final int YEARS = 30;

    private RandomRequests() {
    }

    /**
     * So many requests. Small ones dominate, because that is where kinds of charges come and go.
     *
     * @param first number of the first request; the others follow it
     * @param mostRows rows of the largest that there may be
     */
    public static Stream<Request> of(long first, int count, long mostRows) {
        return LongStream.range(first, first + count).mapToObj(number -> one(number, mostRows));
    }

    private static Request one(long number, long mostRows) {
        SplittableRandom random = new SplittableRandom(number);
        long rows = Math.max(1, (long) Math.pow(mostRows, random.nextDouble()));
        Request request = Request.rows(rows)
                .granularity(any(random, Granularity.values()))
                .profile(any(random, Profile.values()))
                .distribution(any(random, Distribution.values()))
                .month(YearMonth.of(2015 + random.nextInt(YEARS), 1 + random.nextInt(12)))
                .months(1 + random.nextInt(3))
                .seed(random.nextLong());
        if (random.nextInt(3) == 0) {
            request = request.coverage(any(random, COVERAGES));
        }
        if (random.nextInt(3) == 0) {
            request = request.utilisation(any(random, UTILISATIONS));
        }
        if (random.nextInt(4) == 0) {
            request = request.budget(Long.toString((long) Math.pow(10, 3 + 5 * random.nextDouble())));
        }
        return request;
    }

    private static <T> T any(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
