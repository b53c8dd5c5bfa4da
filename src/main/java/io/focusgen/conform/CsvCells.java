package io.focusgen.conform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180, UTF-8, of any {@link CsvForm}) as rows of cells: an unquoted empty cell is null, a quoted empty
 * one is the empty string. Strict: whatever is not that is a {@link MalformedTextException}. How many cells a row has is
 * not its business. Memory is bounded by the largest cell. Not thread-safe.
 */
public final class CsvCells implements CellSource {

    /** Larger cells are taken for a quote that nobody closed. */
    private static final int LARGEST_CELL = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final CsvForm form;
    private final byte delimiter;
    private byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long line = 1;
    private boolean finalNewline = true;
    private Memory[] memories = new Memory[0];
    private @Nullable String[] cells = new String[64];

    /** The last text of a column: in a bill the next is mostly the same, and need not be decoded again. */
    private static final class Memory {
        byte[] bytes = {};
        int length;
        String text = "";
    }

    /** @param in is read to its end but not closed */
    public CsvCells(InputStream in, CsvForm form) {
        this.in = in;
        this.form = form;
        delimiter = (byte) form.delimiter();
    }

    /** For {@link CsvForm#PLAIN}. */
    public CsvCells(InputStream in) {
        this(in, CsvForm.PLAIN);
    }

    @Override
    public FileRule syntax() {
        return FileRule.CSV_SYNTAX;
    }

    @Override
    public boolean typed() {
        return false;
    }

    @Override
    public JsonText.@Nullable Kind kind(int place) {
        return null;
    }

    /** The names that the form gives, or the cells of the first line. */
    @Override
    public List<String> header() throws IOException {
        if (!form.names().isEmpty()) {
            return form.names();
        }
        @Nullable
        String[] first = next();
        if (first == null) {
            throw new MalformedTextException(1, "no header");
        }
        List<String> names = new ArrayList<>();
        for (@Nullable
        String name : first) {
            names.add(name == null ? "" : name);
        }
        return names;
    }

    @Override
    public @Nullable String @Nullable [] next() throws IOException {
        if (position == limit && !fill(position)) {
            return null;
        }
        int count = 0;
        while (true) {
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, count * 2);
            }
            cells[count] = cell(count);
            count++;
            if (position == limit && !fill(position)) {
                finalNewline = false;
                return Arrays.copyOf(cells, count);
            }
            byte separator = buffer[position++];
            if (separator == delimiter) {
                continue;
            }
            endLine(separator);
            line++;
            return Arrays.copyOf(cells, count);
        }
    }

    private void endLine(byte separator) throws IOException {
        if (separator == '\r') {
            if ((position == limit && !fill(position)) || buffer[position++] != '\n') {
                throw new MalformedTextException(line, "a carriage return without a line feed");
            }
            if (form.lineEnd() == LineEnd.LF) {
                throw new MalformedTextException(line, "a carriage return before the line feed");
            }
        } else if (separator != '\n') {
            throw new MalformedTextException(line, "text after a closing quote");
        } else if (form.lineEnd() == LineEnd.CRLF) {
            throw new MalformedTextException(line, "a line feed without a carriage return");
        }
    }

    @Override
    public boolean endsWithNewline() {
        return finalNewline;
    }

    @Override
    public long line() {
        return line;
    }

    /** Reads up to the separator after the cell, or to the end of the file. */
    private @Nullable String cell(int column) throws IOException {
        if (position == limit && !fill(position)) {
            return null;
        }
        if (buffer[position] == '"') {
            return quoted(column);
        }
        int start = position;
        int at = start;
        while (true) {
            while (at < limit) {
                byte b = buffer[at];
                if (b == delimiter || b == '\n' || b == '\r') {
                    position = at;
                    return at == start ? null : text(column, start, at);
                }
                if (b == '"') {
                    throw new MalformedTextException(line, "a quote inside an unquoted cell");
                }
                at++;
            }
            int length = at - start;
            boolean more = fill(start);
            start = 0;
            at = length;
            if (!more) {
                position = at;
                return at == start ? null : text(column, start, at);
            }
        }
    }

    /** Unescapes in place: what is written never overtakes what is read. */
    private String quoted(int column) throws IOException {
        int start = position + 1;
        int read = start;
        int write = start;
        while (true) {
            if (read == limit) {
                boolean more = fillBehind(start, write);
                write -= start;
                read = write;
                start = 0;
                if (!more) {
                    throw new MalformedTextException(line, "a quote is not closed");
                }
            }
            byte b = buffer[read++];
            if (b == '"') {
                boolean last = false;
                if (read == limit) {
                    last = !fillBehind(start, write);
                    write -= start;
                    read = write;
                    start = 0;
                }
                if (last || buffer[read] != '"') {
                    position = read;
                    return text(column, start, write);
                }
                read++;
            } else if (b == '\n') {
                line++;
            }
            buffer[write++] = b;
        }
    }

    private String text(int column, int from, int to) throws MalformedTextException {
        if (column >= memories.length) {
            memories = Arrays.copyOf(memories, Math.max(64, column * 2));
        }
        Memory memory = memories[column];
        if (memory == null) {
            memory = new Memory();
            memories[column] = memory;
        }
        if (Arrays.equals(buffer, from, to, memory.bytes, 0, memory.length)) {
            return memory.text;
        }
        String text = decode(from, to);
        memory.length = to - from;
        if (memory.bytes.length < memory.length) {
            memory.bytes = new byte[memory.length + 16];
        }
        System.arraycopy(buffer, from, memory.bytes, 0, memory.length);
        memory.text = text;
        return text;
    }

    private String decode(int from, int to) throws MalformedTextException {
        int at = from;
        while (at < to && buffer[at] >= 0) {
            at++;
        }
        if (at == to) {
            return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedTextException(line, "not UTF-8");
        }
    }

    /** {@link #fill} where all is read and {@code start} to {@code end} is to be kept. */
    private boolean fillBehind(int start, int end) throws IOException {
        limit = end;
        return fill(start);
    }

    /** Moves what begins at {@code start} to the front of the buffer and reads more behind it; false at the end. */
    private boolean fill(int start) throws IOException {
        int kept = limit - start;
        if (kept > LARGEST_CELL) {
            throw new MalformedTextException(line, "a cell of more than " + LARGEST_CELL + " bytes");
        }
        if (kept == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, kept);
        }
        position = 0;
        limit = kept;
        int read = in.read(buffer, kept, buffer.length - kept);
        if (read < 0) {
            position = kept;
            return false;
        }
        limit += read;
        return true;
    }
}
