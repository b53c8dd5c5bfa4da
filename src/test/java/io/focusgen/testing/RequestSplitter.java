package io.focusgen.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the requests in what a client of HTTP/1.1 sends. What does not begin like one is passed on untouched, as is all
 * that follows it. For one connection and one thread.
 */
final class RequestSplitter {

    /** Hears of the parts of a request in their order. */
    interface Listener {

        /** A head is complete; its bytes follow as a part. */
        void head(String head) throws IOException;

        /** Bytes of the current request, or of something that is none. {@code last} ends the request. */
        void part(byte[] bytes, int offset, int length, boolean last) throws IOException;
    }

    private enum State {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILER,
        OPAQUE
    }

    private static final int MOST_HEAD = 64 << 10;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \t]*([0-9]+)[ \t]*\r?$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:.*chunked[ \t]*\r?$");

    private final Listener listener;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final StringBuilder line = new StringBuilder();
    private State state = State.HEAD;

    /** Bytes of the body, or of the chunk with its line break, that are still to come. */
    private long remaining;

    RequestSplitter(Listener listener) {
        this.listener = listener;
    }

    /** Takes the next bytes of the connection. Those of a head that is not complete yet are kept. */
    void feed(byte[] bytes, int length) throws IOException {
        int at = 0;
        while (at < length) {
            at = switch (state) {
                case HEAD -> readHead(bytes, at, length);
                case BODY, CHUNK -> readCounted(bytes, at, length);
                case CHUNK_SIZE, TRAILER -> readLine(bytes, at, length);
                case OPAQUE -> {
                    listener.part(bytes, at, length - at, false);
                    yield length;
                }
            };
        }
    }

    private int readHead(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        while (at < length) {
            byte next = bytes[at++];
            head.write(next);
            if (head.size() == 1 && !Character.isUpperCase(next) || head.size() > MOST_HEAD) {
                state = State.OPAQUE;
                passHeadOn(false);
                return at;
            }
            if (next == '\n' && endsWithEmptyLine()) {
                headIsComplete();
                return at;
            }
        }
        return at;
    }

    private boolean endsWithEmptyLine() {
        return head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
    }

    private void headIsComplete() throws IOException {
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher counted = LENGTH.matcher(text);
        if (CHUNKED.matcher(text).find()) {
            state = State.CHUNK_SIZE;
        } else if (counted.find() && Long.parseLong(counted.group(1)) > 0) {
            remaining = Long.parseLong(counted.group(1));
            state = State.BODY;
        }
        listener.head(text);
        passHeadOn(state == State.HEAD);
    }

    private void passHeadOn(boolean last) throws IOException {
        byte[] all = head.toByteArray();
        head.reset();
        listener.part(all, 0, all.length, last);
    }

    private int readCounted(byte[] bytes, int at, int length) throws IOException {
        int taken = (int) Math.min(remaining, length - at);
        remaining -= taken;
        boolean last = remaining == 0 && state == State.BODY;
        if (remaining == 0) {
            state = state == State.BODY ? State.HEAD : State.CHUNK_SIZE;
        }
        listener.part(bytes, at, taken, last);
        return at + taken;
    }

    private int readLine(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        boolean last = false;
        while (at < length) {
            char next = (char) (bytes[at++] & 0xff);
            line.append(next);
            if (next == '\n') {
                last = lineIsComplete(line.toString().strip());
                line.setLength(0);
                break;
            }
        }
        listener.part(bytes, from, at - from, last);
        return at;
    }

    /** Whether the line ends the request. */
    private boolean lineIsComplete(String text) {
        if (state == State.TRAILER) {
            if (text.isEmpty()) {
                state = State.HEAD;
            }
            return text.isEmpty();
        }
        int extension = text.indexOf(';');
        long size = Long.parseLong((extension < 0 ? text : text.substring(0, extension)).strip()
                .toLowerCase(Locale.ROOT), 16);
        state = size == 0 ? State.TRAILER : State.CHUNK;
        remaining = size + 2;
        return false;
    }
}
