package io.focusgen.encode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Copies ASCII text and sees whether any of it needs more than copying, eight characters at a time. */
public final class Ascii {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long SPACES = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;

    private Ascii() {
    }

    /** Writes a text at {@code position} as it is; returns the position behind it. What is not ASCII is not noticed here. */
    @SuppressWarnings("deprecation") // the only copy of Latin-1 text without an array of its own
    public static int copy(String text, byte[] out, int position) {
        int length = text.length();
        text.getBytes(0, length, out, position);
        return position + length;
    }

    /**
     * Whether what was copied stands for itself: all of it ASCII, no control character, no quote and not this character.
     *
     * @param special an ASCII character
     */
    public static boolean isPlain(byte[] bytes, int from, int end, char special) {
        if (end - from < Long.BYTES) {
            for (int at = from; at < end; at++) {
                byte one = bytes[at];
                if (one < ' ' || one == '"' || one == special) {
                    return false;
                }
            }
            return true;
        }
        long specials = special * ONES;
        long found = 0;
        int last = end - Long.BYTES;
        for (int at = from; at < last; at += Long.BYTES) {
            found |= special((long) EIGHT.get(bytes, at), specials);
        }
        // The last eight may have been looked at before, in part.
        return ((found | special((long) EIGHT.get(bytes, last), specials)) & TOPS) == 0;
    }

    /**
     * The top bit of a byte is set where it is below 0x20, equal to one of the two, or not ASCII. Borrows can set that of
     * bytes above one that has it, and only there: none is set where all are plain.
     */
    private static long special(long eight, long specials) {
        return eight - SPACES | (eight ^ QUOTES) - ONES | (eight ^ specials) - ONES | eight;
    }

    /** Whether what was copied is all ASCII. */
    public static boolean isAscii(byte[] bytes, int from, int end) {
        long any = 0;
        int at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            any |= (long) EIGHT.get(bytes, at);
        }
        for (; at < end; at++) {
            any |= bytes[at];
        }
        return (any & TOPS) == 0;
    }

    /**
     * Nothing where the text is ASCII.
     *
     * @throws IllegalArgumentException where it is not: files are ASCII, so its maker should have escaped it
     */
    public static void require(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                throw new IllegalArgumentException("not ASCII: " + text);
            }
        }
    }
}
