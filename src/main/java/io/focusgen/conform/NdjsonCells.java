package io.focusgen.conform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads NDJSON (UTF-8, a flat JSON object on every line) as rows of cells. The keys of the first line are the columns;
 * every other line must have the same keys, in any order, none twice. A string is the text of its cell without quotes and
 * escapes; a number keeps its digits; an object is its own text; null is null. Strict: whatever is not that is a
 * {@link MalformedTextException}. Memory is bounded by the largest line. Not thread-safe.
 */
public final class NdjsonCells implements CellSource {

    /** Larger lines are taken for a file that is no NDJSON. */
    private static final int LARGEST_LINE = 1 << 24;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long line = 1;
    private boolean finalNewline = true;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable String @Nullable [] first;
    private @Nullable String[] cells = new String[0];
    private JsonText.@Nullable Kind[] kinds = new JsonText.Kind[0];
    private boolean[] seen = new boolean[0];
    private int count;
    private String problem = "";

    /** @param in is read to its end but not closed */
    public NdjsonCells(InputStream in) {
        this.in = in;
    }

    @Override
    public FileRule syntax() {
        return FileRule.NDJSON_SYNTAX;
    }

    @Override
    public boolean typed() {
        return true;
    }

    @Override
    public List<String> header() throws IOException {
        first = next();
        if (first == null) {
            throw new MalformedTextException(1, "no object");
        }
        return List.copyOf(names);
    }

    @Override
    public @Nullable String @Nullable [] next() throws IOException {
        @Nullable
        String[] kept = first;
        if (kept != null) {
            first = null;
            return kept;
        }
        String text = readLine();
        if (text == null) {
            return null;
        }
        long number = finalNewline ? line - 1 : line;
        count = 0;
        Arrays.fill(seen, false);
        JsonText json = new JsonText(text);
        problem = "not one flat JSON object";
        json.skipSpace();
        boolean object = json.object(key -> member(key, text, json, number == 1));
        json.skipSpace();
        if (!object || !json.atEnd()) {
            throw new MalformedTextException(number, problem);
        }
        if (count < names.size()) {
            throw new MalformedTextException(number, "no " + Row.show(missing()));
        }
        return Arrays.copyOf(cells, count);
    }

    @Override
    public JsonText.@Nullable Kind kind(int place) {
        return kinds[place];
    }

    @Override
    public boolean endsWithNewline() {
        return finalNewline;
    }

    @Override
    public long line() {
        return line;
    }

    private boolean member(String key, String text, JsonText json, boolean firstLine) {
        int place = count < names.size() && names.get(count).equals(key) ? count : place(key, firstLine);
        if (place < 0) {
            problem = Row.show(key) + " is not in the first line";
            return false;
        }
        if (seen[place]) {
            problem = Row.show(key) + " stands twice";
            return false;
        }
        seen[place] = true;
        count++;
        int start = json.position();
        JsonText.Kind kind = json.value();
        if (kind == null) {
            problem = "no JSON value under " + Row.show(key);
            return false;
        }
        kinds[place] = kind == JsonText.Kind.NULL ? null : kind;
        cells[place] = switch (kind) {
            case NULL -> null;
            case STRING -> json.lastString();
            case NUMBER, BOOLEAN, OBJECT, ARRAY -> text.substring(start, json.position());
        };
        return true;
    }

    /** The place of a key; on the first line of a new one, too; -1 where it has none. */
    private int place(String key, boolean firstLine) {
        Integer known = places.get(key);
        if (known != null) {
            return known;
        }
        if (!firstLine) {
            return -1;
        }
        int place = names.size();
        names.add(key);
        places.put(key, place);
        if (place == cells.length) {
            int more = Math.max(64, place * 2);
            cells = Arrays.copyOf(cells, more);
            kinds = Arrays.copyOf(kinds, more);
            seen = Arrays.copyOf(seen, more);
        }
        return place;
    }

    private String missing() {
        int place = 0;
        while (seen[place]) {
            place++;
        }
        return names.get(place);
    }

    /** The next line without its line feed, or null at the end. */
    private @Nullable String readLine() throws IOException {
        int at = position;
        while (true) {
            while (at < limit) {
                if (buffer[at] == '\n') {
                    String text = decode(position, at);
                    position = at + 1;
                    line++;
                    return text;
                }
                at++;
            }
            int length = at - position;
            if (!fill()) {
                if (length == 0) {
                    return null;
                }
                finalNewline = false;
                String text = decode(position, limit);
                position = limit;
                return text;
            }
            at = position + length;
        }
    }

    private String decode(int from, int to) throws MalformedTextException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedTextException(line, "not UTF-8");
        }
    }

    /** Moves what is not read yet to the front of the buffer and reads more behind it; false at the end. */
    private boolean fill() throws IOException {
        int kept = limit - position;
        if (kept > LARGEST_LINE) {
            throw new MalformedTextException(line, "a line of more than " + LARGEST_LINE + " bytes");
        }
        if (kept == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, kept);
        }
        position = 0;
        limit = kept;
        int read = in.read(buffer, kept, buffer.length - kept);
        if (read < 0) {
            return false;
        }
        limit += read;
        return true;
    }
}
