package io.focusgen.encode.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.junit.jupiter.api.Test;

import io.focusgen.testing.Bytes;

/** Blocks of symbols that no text would bring about, read by the JDK's zlib. */
class DeflateBlockTest {

    private static final int STORED = 0;
    private static final int DYNAMIC = 2;

    /** A block and the bytes that it stands for. */
    private static final class Stream {

        private final DeflateBlock block = new DeflateBlock();
        private final Bytes expected = new Bytes();
        private final SmallChunks out = new SmallChunks();
        private final BitOutput bits = new BitOutput(out);
        private int start;

        Stream literal(int value) {
            block.literal(value);
            expect((byte) value);
            return this;
        }

        Stream match(int length, int distance) {
            block.match(length, distance);
            for (int i = 0; i < length; i++) {
                expect(expected.array()[expected.length() - distance]);
            }
            return this;
        }

        private void expect(byte value) {
            expected.ensure(1);
            expected.array()[expected.length()] = value;
            expected.length(expected.length() + 1);
        }

        Stream next(boolean last) {
            block.write(expected.array(), start, expected.length(), last, bits);
            start = expected.length();
            return this;
        }

        /** Ends the stream, and returns the type of its first block. */
        int check() throws DataFormatException {
            next(true);
            bits.align();
            byte[] stream = out.toArray();
            Inflater inflater = new Inflater(true);
            inflater.setInput(stream);
            byte[] read = new byte[expected.length() + 1];
            int length = inflater.inflate(read);
            // Zlib sees the end of an empty stream only when there is room for more.
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            inflater.end();
            assertThat(Arrays.equals(read, 0, length, expected.array(), 0, expected.length())).isTrue();
            return stream[0] >> 1 & 3;
        }
    }

    @Test
    void aBlockWithoutAnySymbolIsStored() throws DataFormatException {
        assertThat(new Stream().check()).isEqualTo(STORED);
    }

    @Test
    void oneLiteralAllTheTimeNeedsNoDistance() throws DataFormatException {
        Stream stream = new Stream();
        for (int i = 0; i < 1000; i++) {
            stream.literal(0);
        }

        assertThat(stream.check()).isEqualTo(DYNAMIC);
    }

    @Test
    void oneDistanceAndTheLongestMatchAllTheTime() throws DataFormatException {
        Stream stream = new Stream().literal(255);
        for (int i = 0; i < 5000; i++) {
            stream.match(258, 1);
        }

        assertThat(stream.check()).isEqualTo(DYNAMIC);
    }

    @Test
    void everyLengthAtEveryDistanceThatChangesTheCode() throws DataFormatException {
        Stream stream = new Stream();
        for (byte value : Samples.random(32_768, 1)) {
            stream.literal(value & 0xFF);
        }
        stream.next(false);
        for (int length = 3; length <= 258; length++) {
            for (int bits = 0; bits < 15; bits++) {
                int distance = 1 << bits;
                stream.match(length, distance);
                stream.match(length, distance + 1);
                stream.match(length, distance + (distance + 1) / 2);
                stream.match(length, 2 * distance);
            }
        }

        stream.check();
    }

    @Test
    void allSymbolsOfBothCodesInOneBlock() throws DataFormatException {
        Stream stream = new Stream();
        for (int round = 0; round < 200; round++) {
            for (int value = 0; value < 256; value++) {
                stream.literal(value);
            }
        }
        for (int length = 3; length <= 258; length++) {
            stream.match(length, 1 + length * 32_768 / 300);
        }
        for (int distance = 1; distance <= 32_768; distance += 1 + distance / 3) {
            stream.match(258, distance);
        }
        stream.match(258, 32_768);

        assertThat(stream.check()).isEqualTo(DYNAMIC);
    }

    @Test
    void countsLikeFibonacciNumbersKeepWithinFifteenBits() throws DataFormatException {
        Stream stream = new Stream();
        int before = 1;
        int count = 1;
        for (int value = 0; count < 20_000; value++) {
            for (int i = 0; i < count; i++) {
                stream.literal(value);
            }
            int sum = before + count;
            before = count;
            count = sum;
        }

        assertThat(stream.check()).isEqualTo(DYNAMIC);
    }

    @Test
    void randomBytesAreStoredAndMoreThanOnePartHoldsComesBackToo() throws DataFormatException {
        Stream stream = new Stream();
        byte[] bytes = Samples.random(65_535, 2);
        for (byte value : bytes) {
            stream.literal(value & 0xFF);
        }
        assertThat(stream.block.isFull()).isTrue();
        stream.next(false);
        stream.literal(1).next(false);

        assertThat(stream.check()).isEqualTo(STORED);
    }

    @Test
    void anySymbolsInAnyNumberOfBlocks() throws DataFormatException {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Stream stream = new Stream().literal(random.nextInt(256));
            int values = 1 + random.nextInt(256);
            int lengths = 1 + random.nextInt(256);
            int distances = 1 + random.nextInt(32_768);
            for (int i = random.nextInt(3000); i > 0; i--) {
                if (random.nextInt(1000) == 0) {
                    stream.next(false);
                }
                if (random.nextBoolean()) {
                    stream.literal(random.nextInt(values));
                } else {
                    stream.match(3 + random.nextInt(lengths),
                            1 + random.nextInt(Math.min(distances, stream.expected.length())));
                }
            }

            stream.check();
        }
    }
}
