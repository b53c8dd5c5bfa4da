package io.focusgen.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes inputs as careless and as evil people would, the same way every time. */
public final class Mutations {

    /** More would only be slow. */
    private static final int MOST_BYTES = 1 << 17;

    /** What means something to somebody. */
    private static final String[] WORDS = {"\0", "\n", "\r\n", "\t", " ", "\"", "'", "\\", ",", ";", ":", "=", "&",
            "%00",
            "%", "%zz", "../", "..\\", "/", "-", "+", "@", "~", "*", "&a", "*a", "!!x ", "{", "}", "[", "]", "<<: ",
            "---",
            "1e99", "1e6", "-0", "0", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "NaN",
            "Infinity", "0x10", "null", "true", "\u202e", "\u2066", "\ufeff", "\uff11", "\ufffd", "\u0130",
            "\ud83d\ude00", "\u0000", "\u0085", "\u2028", "bytes=", "W/", "x_", "\\u0000", "\\ud800"};

    private final SplittableRandom random;
    private final List<byte[]> corpus;

    /** Of these inputs. */
    public Mutations(long seed, List<byte[]> corpus) {
        random = new SplittableRandom(seed);
        this.corpus = List.copyOf(corpus);
    }

    /** Another input, each time. */
    public byte[] next() {
        byte[] input = any().clone();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            input = changed(input);
        }
        return input.length > MOST_BYTES ? Arrays.copyOf(input, MOST_BYTES) : input;
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] changed(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int to = at + random.nextInt(input.length - at + 1);
        return switch (random.nextInt(9)) {
            case 0 -> joined(input, at, new byte[]{(byte) random.nextInt(256)}, Math.min(input.length, at + 1));
            case 1, 2, 3 -> joined(input, at, WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8), at);
            case 4 -> joined(input, at, new byte[0], to);
            case 5 -> joined(input, to, Arrays.copyOfRange(input, at, to), to);
            case 6 -> joined(input, at, any(), input.length);
            case 7 -> repeated(input, at, to);
            default -> flipped(input, at);
        };
    }

    /** A piece of it many times over. */
    private byte[] repeated(byte[] input, int from, int to) {
        int length = Math.min(to, from + 8) - from;
        byte[] piece = new byte[length * (1 << random.nextInt(12))];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = input[from + i % length];
        }
        return joined(input, from, piece, from);
    }

    private byte[] flipped(byte[] input, int at) {
        if (at < input.length) {
            input[at] ^= (byte) (1 << random.nextInt(8));
        }
        return input;
    }

    private static byte[] joined(byte[] input, int end, byte[] middle, int begin) {
        byte[] joined = Arrays.copyOf(input, end + middle.length + input.length - begin);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(input, begin, joined, end + middle.length, input.length - begin);
        return joined;
    }
}
