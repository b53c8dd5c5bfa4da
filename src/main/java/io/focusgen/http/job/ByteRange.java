package io.focusgen.http.job;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is asked for (RFC 9110, section 14).
 *
 * @param first byte, from 0
 * @param end behind the last byte; not above {@code first} where the file has none of the bytes asked for
 */
record ByteRange(long first, long end) {

    private static final Pattern ONE = Pattern.compile("bytes=([0-9]*)-([0-9]*)");

    /** Of a whole file, or one of several ranges, of which the standard lets a server make what it likes: all of it. */
    static Optional<ByteRange> of(@Nullable String header, long bytes) {
        Matcher matcher = ONE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long last = bounded(matcher.group(2), bytes);
            return Optional.of(new ByteRange(bytes - last, bytes));
        }
        BigInteger first = new BigInteger(matcher.group(1));
        if (!matcher.group(2).isEmpty() && new BigInteger(matcher.group(2)).compareTo(first) < 0) {
            return Optional.empty();
        }
        long end = matcher.group(2).isEmpty() ? bytes : bounded(plusOne(matcher.group(2)), bytes);
        return Optional.of(new ByteRange(bounded(matcher.group(1), bytes), end));
    }

    private static String plusOne(String number) {
        return new BigInteger(number).add(BigInteger.ONE).toString();
    }

    private static long bounded(String number, long most) {
        return new BigInteger(number).min(BigInteger.valueOf(most)).longValueExact();
    }

    boolean isEmpty() {
        return first >= end;
    }

    long length() {
        return end - first;
    }
}
