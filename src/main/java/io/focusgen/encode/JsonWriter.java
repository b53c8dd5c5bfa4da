package io.focusgen.encode;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Writes a small JSON document: ASCII, no spaces, decimals plain and always with a point as in every file. Whoever uses it
 * keeps to the grammar; it only puts the commas and escapes text. Not for rows, of which there may be billions.
 */
public final class JsonWriter {

    private final StringBuilder text = new StringBuilder();

    /** Whether a value has been written that the next one has to be parted from. */
    private boolean behindValue;

    public JsonWriter beginObject() {
        return begin('{');
    }

    public JsonWriter endObject() {
        return end('}');
    }

    public JsonWriter beginArray() {
        return begin('[');
    }

    public JsonWriter endArray() {
        return end(']');
    }

    /** The name of the member whose value comes next. */
    public JsonWriter name(String name) {
        value();
        quote(name);
        text.append(':');
        behindValue = false;
        return this;
    }

    /** A string, or null. */
    public JsonWriter text(@Nullable String value) {
        if (value == null) {
            return raw("null");
        }
        value();
        quote(value);
        return this;
    }

    public JsonWriter number(long value) {
        return raw(Long.toString(value));
    }

    /** A decimal, or null: plain digits, a point, and no zero behind them but one right behind the point. */
    public JsonWriter number(@Nullable BigDecimal value) {
        return raw(value == null ? "null" : plain(value));
    }

    /** The text of such a decimal. */
    public static String plain(BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return shortest.setScale(Math.max(1, shortest.scale())).toPlainString();
    }

    /** Something that is JSON already: a number or a whole object. */
    public JsonWriter raw(CharSequence json) {
        value();
        text.append(json);
        return this;
    }

    /** What has been written, to be begun anew behind it: a comma still stands where one is due. */
    public void writeTo(ByteOutput out) {
        byte[] ascii = text.toString().getBytes(StandardCharsets.US_ASCII);
        out.write(ascii, 0, ascii.length);
        text.setLength(0);
    }

    private JsonWriter begin(char bracket) {
        value();
        text.append(bracket);
        behindValue = false;
        return this;
    }

    private JsonWriter end(char bracket) {
        text.append(bracket);
        behindValue = true;
        return this;
    }

    private void value() {
        if (behindValue) {
            text.append(',');
        }
        behindValue = true;
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c >= ' ' && c <= '~') {
                text.append(c);
            } else {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(Character.forDigit(c >> shift & 15, 16));
                }
            }
        }
        text.append('"');
    }

    /** What has been written since {@link #writeTo}. */
    @Override
    public String toString() {
        return text.toString();
    }
}
