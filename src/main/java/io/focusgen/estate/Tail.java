package io.focusgen.estate;

/**
 * Heavy-tailed sizes: log-normal factors with median 1, from a table of quantiles, so that a draw is one load. Real bills
 * have a few applications that cost as much as all others together.
 */
public final class Tail {

    /** Spread of whole applications: the largest of a hundred is about 130 times the median. */
    public static final Tail APPLICATION = new Tail(2.1);

    /** Spread of the resources of one application. */
    public static final Tail RESOURCE = new Tail(2.6);

    /** Spread of the meters of one resource: a large database also has large disks. */
    public static final Tail METER = new Tail(0.8);

    /** Spread of jobs: one of them may be most of the work. */
    public static final Tail JOB = new Tail(1.4);

    private static final int BITS = 12;

    private final double[] factors = new double[1 << BITS];

    private Tail(double sigma) {
        for (int i = 0; i < factors.length; i++) {
            factors[i] = StrictMath.exp(sigma * normalQuantile((i + 0.5) / factors.length));
        }
    }

    /** The factor for these random bits. */
    public double factor(long bits) {
        return factors[(int) (bits >>> (64 - BITS))];
    }

    /** Inverse of the standard normal distribution, after Abramowitz and Stegun 26.2.23 (error below 4.5e-4). */
    private static double normalQuantile(double probability) {
        double p = Math.min(probability, 1 - probability);
        double t = StrictMath.sqrt(-2 * StrictMath.log(p));
        double upper = t - (2.515517 + t * (0.802853 + t * 0.010328))
                / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return probability < 0.5 ? -upper : upper;
    }
}
