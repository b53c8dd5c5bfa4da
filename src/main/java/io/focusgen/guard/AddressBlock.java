package io.focusgen.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Addresses that share their first bits. Names of machines are never looked up. Immutable. */
final class AddressBlock {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** Whoever has one address of IPv6 has 2^64 of them: this is what a customer is given at least. */
    private static final int OF_ONE_CUSTOMER = 64;

    private final byte[] first;
    private final int bits;

    private AddressBlock(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /** {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or a single address; empty for anything else. */
    static Optional<AddressBlock> of(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return Optional.empty();
        }
        int all = address.length * Byte.SIZE;
        if (slash < 0) {
            return Optional.of(new AddressBlock(address, all));
        }
        String given = text.substring(slash + 1);
        int bits = given.matches("\\d{1,3}") ? Integer.parseInt(given) : -1;
        return bits >= 0 && bits <= all ? Optional.of(new AddressBlock(address, bits)) : Optional.empty();
    }

    boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if ((address[bit >> 3] & mask) != (first[bit >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** 4 or 16 bytes, 4 also where an address of IPv4 is written as one of IPv6; null for what is no address. */
    static byte @Nullable [] bytes(String text) {
        boolean four = IPV4.matcher(text).matches();
        if (!four && (text.indexOf(':') < 0 || !IPV6.matcher(text).matches())) {
            return null;
        }
        if (four && Arrays.stream(text.split("\\.")).anyMatch(part -> Integer.parseInt(part) > 255)) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException malformed) {
            return null;
        }
    }

    /** What a client is known by: an address of IPv4 as it is, of one of IPv6 the first 64 bits, e.g. {@code 2001:db8:0:1::/64}. */
    static String client(byte[] address) {
        if (address.length * Byte.SIZE <= OF_ONE_CUSTOMER) {
            StringBuilder text = new StringBuilder();
            for (byte part : address) {
                text.append(text.isEmpty() ? "" : ".").append(Byte.toUnsignedInt(part));
            }
            return text.toString();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < OF_ONE_CUSTOMER / Byte.SIZE; i += 2) {
            int group = HexFormat.fromHexDigits(HexFormat.of().formatHex(address, i, i + 2));
            text.append(Integer.toHexString(group)).append(':');
        }
        return text.append(":/").append(OF_ONE_CUSTOMER).toString();
    }
}
