package io.focusgen.job.webhook;

import java.util.List;
import java.util.Optional;

/** Addresses that share a prefix. Immutable. */
final class AddressRange {

    /** By the registries of special-purpose addresses (RFC 6890 and after), and the addresses of cloud metadata. */
    private static final List<AddressRange> NOT_PUBLIC = List.of(
            v4("unspecified", 8, 0), v4("private", 8, 10), v4("shared by a provider's customers", 10, 100, 64),
            v4("loopback", 8, 127), v4("link-local", 16, 169, 254), v4("private", 12, 172, 16),
            v4("reserved", 24, 192, 0, 0), v4("documentation", 24, 192, 0, 2), v4("relays of 6to4", 24, 192, 88, 99),
            v4("private", 16, 192, 168), v4("benchmarks", 15, 198, 18), v4("documentation", 24, 198, 51, 100),
            v4("documentation", 24, 203, 0, 113), v4("multicast", 4, 224), v4("reserved or broadcast", 4, 240),
            v4("metadata", 32, 168, 63, 129, 16),
            v6("reserved by the IETF, with Teredo", 23, 0x2001), v6("documentation", 32, 0x2001, 0xdb8),
            v6("6to4", 16, 0x2002), v6("documentation", 20, 0x3fff));

    /** All that is given out to the public; the rest is unspecified, loopback, local, multicast, or embeds IPv4. */
    private static final AddressRange PUBLIC_V6 = v6("global unicast", 3, 0x2000);

    private final String what;
    private final byte[] prefix;
    private final int bits;

    /**
     * @param what the addresses are, for a message
     * @param prefix the first address, 4 or 16 bytes
     * @param bits of it that count
     */
    private AddressRange(String what, byte[] prefix, int bits) {
        this.what = what;
        this.prefix = prefix;
        this.bits = bits;
    }

    /** What makes an address one that the service must not connect to; empty for a public one. */
    static Optional<String> notPublic(byte[] address) {
        if (address.length == 16 && !PUBLIC_V6.contains(address)) {
            return Optional.of("not global unicast");
        }
        return NOT_PUBLIC.stream().filter(range -> range.contains(address)).map(range -> range.what).findFirst();
    }

    private boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if ((address[bit >> 3] & mask) != (prefix[bit >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static AddressRange v4(String what, int bits, int... numbers) {
        byte[] prefix = new byte[4];
        for (int i = 0; i < numbers.length; i++) {
            prefix[i] = (byte) numbers[i];
        }
        return new AddressRange(what, prefix, bits);
    }

    private static AddressRange v6(String what, int bits, int... groups) {
        byte[] prefix = new byte[16];
        for (int i = 0; i < groups.length; i++) {
            prefix[2 * i] = (byte) (groups[i] >> 8);
            prefix[2 * i + 1] = (byte) groups[i];
        }
        return new AddressRange(what, prefix, bits);
    }
}
