package io.focusgen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no reader may do, with inputs that are the same in every build. */
class FuzzTargetsTest {

    private static final int MUTATIONS = 2_000;

    /** CPU time of one input; most take microseconds. */
    private static final double MOST_SECONDS = 2;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource
    void nothingIsWorseThanRefused(FuzzTarget target) {
        List<byte[]> corpus = Corpus.of(target);
        assertThat(corpus).as("inputs to begin with").hasSizeGreaterThanOrEqualTo(5);

        corpus.forEach(input -> run(target, input));
        Mutations mutations = new Mutations(target.ordinal(), corpus);
        for (int i = 0; i < MUTATIONS; i++) {
            run(target, mutations.next());
        }
    }

    private static void run(FuzzTarget target, byte[] input) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            target.run(input);
        } catch (Throwable wrong) {
            throw new AssertionError(target.label() + " with " + Corpus.line(input), wrong);
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        assertThat(seconds).as("CPU seconds of " + target.label() + " with " + Corpus.line(input))
                .isLessThan(MOST_SECONDS);
    }

    @Test
    void linesStandForBytes() {
        byte[] bytes = {'a', '\\', 0, (byte) 0xff, '\n', ' ', '~'};

        assertThat(Corpus.bytes(Corpus.line(bytes))).isEqualTo(bytes);
        assertThat(Corpus.bytes("\\n\\t\\r\\\\\u00e4")).containsExactly('\n', '\t', '\r', '\\', 0xc3, 0xa4);
    }
}
