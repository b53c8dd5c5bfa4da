package io.focusgen.encode.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class PrefixCodeTest {

    @Test
    void codesAreCompleteAndNoneBeginsAnother() {
        for (int seed = 0; seed < 500; seed++) {
            PrefixCode code = random(seed, 15);

            // Every code of 15 bits, read from its lowest, begins with exactly one of them.
            int[] hits = new int[1 << 15];
            for (int symbol = 0; symbol < code.lengths.length; symbol++) {
                int length = code.lengths[symbol];
                for (int rest = 0; length > 0 && rest < 1 << 15 - length; rest++) {
                    hits[rest << length | code.codes[symbol]]++;
                }
            }
            assertThat(Arrays.stream(hits).allMatch(count -> count == 1)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void symbolsThatOccurHaveACodeAndTheMoreFrequentNeverALongerOne() {
        for (int seed = 0; seed < 500; seed++) {
            PrefixCode code = random(seed, 9);

            for (int a = 0; a < code.counts.length; a++) {
                assertThat(code.lengths[a] > 0).isEqualTo(code.counts[a] > 0);
                assertThat((int) code.lengths[a]).isLessThanOrEqualTo(9);
                for (int b = 0; b < code.counts.length; b++) {
                    if (code.counts[b] > 0 && code.counts[a] > code.counts[b]) {
                        assertThat(code.lengths[a]).isLessThanOrEqualTo(code.lengths[b]);
                    }
                }
            }
        }
    }

    @Test
    void asShortAsHuffmanWhereTheLimitIsNotReachedAndNearlyTheBestWhereItIs() {
        for (int seed = 0; seed < 500; seed++) {
            PrefixCode free = random(seed, 30);
            PrefixCode limited = random(seed, 12);

            assertThat(bits(free)).as("seed %d", seed).isEqualTo(best(30, free.counts));
            long best = best(12, limited.counts);
            assertThat(bits(limited)).as("seed %d", seed).isBetween(best, best + best / 20);
        }
    }

    @Test
    void withOneSymbolOrNoneTwoCodesOfOneBitAreMade() {
        PrefixCode code = new PrefixCode(30, 15);
        for (int symbol : new int[]{0, 1, 29}) {
            code.clear();
            code.counts[symbol] = 7;
            code.build();

            assertThat(code.lengths[symbol]).isEqualTo((byte) 1);
            assertThat(total(code)).isEqualTo(2);
        }
        code.clear();
        code.build();
        assertThat(total(code)).isEqualTo(2);
    }

    private static int total(PrefixCode code) {
        int total = 0;
        for (byte length : code.lengths) {
            total += length;
        }
        return total;
    }

    /** Counts of any skewness. */
    private static PrefixCode random(long seed, int mostBits) {
        SplittableRandom random = new SplittableRandom(seed);
        PrefixCode code = new PrefixCode(2 + random.nextInt(285), mostBits);
        int skew = 1 + random.nextInt(13);
        for (int symbol = 0; symbol < code.counts.length; symbol++) {
            code.counts[symbol] = random.nextInt(1 << 1 + random.nextInt(skew));
        }
        code.counts[0]++;
        code.counts[1]++;
        code.build();
        return code;
    }

    private static long bits(PrefixCode code) {
        long bits = 0;
        for (int symbol = 0; symbol < code.counts.length; symbol++) {
            bits += (long) code.counts[symbol] * code.lengths[symbol];
        }
        return bits;
    }

    /**
     * Bits of the best code of limited length, after L. Larmore and D. Hirschberg: of all coins, one of each symbol in each
     * length, the cheapest that make up the sum; two of one length, packed together, are a coin of the length before.
     */
    private static long best(int mostBits, int... counts) {
        long[] symbols = Arrays.stream(counts).filter(count -> count > 0).asLongStream().sorted().toArray();
        long[] packed = {};
        for (int length = mostBits; length > 0; length--) {
            long[] coins = LongStream.concat(Arrays.stream(symbols), Arrays.stream(packed)).sorted().toArray();
            packed = new long[coins.length / 2];
            for (int i = 0; i < packed.length; i++) {
                packed[i] = coins[2 * i] + coins[2 * i + 1];
            }
        }
        return Arrays.stream(packed).limit(symbols.length - 1).sum();
    }
}
