package io.focusgen.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import io.focusgen.encode.ByteOutput;

/**
 * The records of a zip file (APPNOTE 6.3.10) around the content of its entries, which is deflated and whose sums stand behind
 * it. Where 32 bits are too few, the records of zip64 stand in; where they are enough, they do not, because some readers do
 * not know them.
 */
final class ZipRecords {

    /** What 32 bits cannot say, or say of what is said elsewhere. */
    static final long LIMIT = 0xFFFF_FFFFL;

    private static final int LIMIT_OF_ENTRIES = 0xFFFF;

    private static final int LOCAL_HEADER = 0x0403_4B50;
    private static final int DESCRIPTOR = 0x0807_4B50;
    private static final int DIRECTORY_ENTRY = 0x0201_4B50;
    private static final int DIRECTORY_END_64 = 0x0606_4B50;
    private static final int DIRECTORY_END_64_PLACE = 0x0706_4B50;
    private static final int DIRECTORY_END = 0x0605_4B50;

    private static final short PLAIN_VERSION = 20;
    private static final short ZIP64_VERSION = 45;
    private static final short MADE_ON_UNIX = 3 << 8 | ZIP64_VERSION;
    private static final short SUMS_BEHIND = 1 << 3;
    private static final short DEFLATED = 8;
    private static final short ZIP64_EXTRA = 1;

    /** A file that its owner may write and everybody read, as Unix says it in the upper half. */
    private static final int FILE_MODE = 0100644 << 16;

    private static final int MOST_FIXED_BYTES = 128;

    private final int date;
    private final long limit;

    /**
     * An entry as the directory lists it.
     *
     * @param name ASCII
     * @param sums of its content
     * @param packed bytes of its content in the file
     * @param offset of its local header
     */
    record Entry(String name, ContentSums.Sums sums, long packed, long offset) {
    }

    /**
     * @param date of all entries, at midnight, 1980 to 2107
     * @param limit from which on a number stands in a record of zip64: {@link #LIMIT}, or less for a test
     */
    ZipRecords(LocalDate date, long limit) {
        this.date = date.getYear() - 1980 << 9 | date.getMonthValue() << 5 | date.getDayOfMonth();
        this.limit = limit;
    }

    /**
     * What stands before the content.
     *
     * @param mostBytes that the entry is likely to have at most
     */
    byte[] header(String name, long mostBytes) {
        boolean large = mostBytes >= limit;
        ByteBuffer record = record(name).putInt(LOCAL_HEADER);
        common(record, large);
        record.putInt(0).putInt(large ? -1 : 0).putInt(large ? -1 : 0);
        record.putShort((short) name.length()).putShort((short) (large ? 20 : 0)).put(ascii(name));
        if (large) {
            record.putShort(ZIP64_EXTRA).putShort((short) 16).putLong(0).putLong(0);
        }
        return bytes(record);
    }

    /**
     * What stands behind the content.
     *
     * @param mostBytes as for {@link #header}; an entry that has more can still be read, but not by who reads without the
     *     directory and believes the header
     */
    byte[] descriptor(Entry entry, long mostBytes) {
        ByteBuffer record = record("").putInt(DESCRIPTOR).putInt((int) entry.sums.crc());
        if (mostBytes >= limit || entry.packed >= limit || entry.sums.bytes() >= limit) {
            record.putLong(entry.packed).putLong(entry.sums.bytes());
        } else {
            record.putInt((int) entry.packed).putInt((int) entry.sums.bytes());
        }
        return bytes(record);
    }

    private void common(ByteBuffer record, boolean large) {
        record.putShort(large ? ZIP64_VERSION : PLAIN_VERSION).putShort(SUMS_BEHIND).putShort(DEFLATED);
        record.putShort((short) 0).putShort((short) date);
    }

    /**
     * The directory of all entries, and where it is.
     *
     * @param start bytes that stand before it
     */
    void directory(List<Entry> entries, long start, ByteOutput out) {
        long bytes = 0;
        for (Entry entry : entries) {
            bytes += entry(entry, out);
        }
        boolean large = entries.size() >= LIMIT_OF_ENTRIES || bytes >= limit || start >= limit;
        ByteBuffer record = record("");
        if (large) {
            record.putInt(DIRECTORY_END_64).putLong(44).putShort(MADE_ON_UNIX).putShort(ZIP64_VERSION);
            record.putInt(0).putInt(0).putLong(entries.size()).putLong(entries.size()).putLong(bytes).putLong(start);
            record.putInt(DIRECTORY_END_64_PLACE).putInt(0).putLong(start + bytes).putInt(1);
        }
        short count = (short) Math.min(entries.size(), LIMIT_OF_ENTRIES);
        record.putInt(DIRECTORY_END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
        record.putInt(or32(bytes)).putInt(or32(start)).putShort((short) 0);
        write(record, out);
    }

    private int entry(Entry entry, ByteOutput out) {
        long bytes = entry.sums.bytes();
        long[] numbers = {bytes, entry.packed, entry.offset};
        int extra = 0;
        for (long number : numbers) {
            extra += number >= limit ? Long.BYTES : 0;
        }
        ByteBuffer record = record(entry.name).putInt(DIRECTORY_ENTRY).putShort(MADE_ON_UNIX);
        common(record, extra > 0);
        record.putInt((int) entry.sums.crc()).putInt(or32(entry.packed)).putInt(or32(bytes));
        record.putShort((short) entry.name.length()).putShort((short) (extra == 0 ? 0 : extra + 4));
        record.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(FILE_MODE);
        record.putInt(or32(entry.offset)).put(ascii(entry.name));
        if (extra > 0) {
            record.putShort(ZIP64_EXTRA).putShort((short) extra);
            for (long number : numbers) {
                if (number >= limit) {
                    record.putLong(number);
                }
            }
        }
        return write(record, out);
    }

    private int or32(long number) {
        return (int) (number >= limit ? LIMIT : number);
    }

    private static ByteBuffer record(String name) {
        return ByteBuffer.allocate(MOST_FIXED_BYTES + name.length()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(ByteBuffer record) {
        return Arrays.copyOf(record.array(), record.position());
    }

    private static int write(ByteBuffer record, ByteOutput out) {
        out.write(record.array(), 0, record.position());
        return record.position();
    }
}
