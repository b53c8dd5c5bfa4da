package io.focusgen.attack;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that sends any bytes and reads answers in bounded time. */
final class Wire implements Closeable {

    /** The longest that anybody waits for a byte before the connection counts as hung. */
    static final int PATIENCE_MILLIS = 20_000;

    private static final Pattern STATUS = Pattern.compile("\\S+ ([0-9]{3}) ");
    private static final int RECEIVE_BYTES = 64 << 10;

    private final Socket socket = new Socket();

    Wire(String host, int port) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_BYTES);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends as much as is taken: a service that has answered may close before it has read everything. */
    Wire send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException closed) {
            requireClosed(closed);
        }
        return this;
    }

    /** Nothing more is sent. */
    Wire endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    Wire patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    /** Ends the connection with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static void requireClosed(SocketException end) throws SocketException {
        String message = String.valueOf(end.getMessage());
        if (!message.contains("reset") && !message.contains("Broken pipe") && !message.contains("closed")) {
            throw end;
        }
    }

    /** The next answer but an interim one; {@link Reply#NONE} where the connection ends instead. */
    Reply reply() throws IOException {
        return reply(false);
    }

    /**
     * As {@link #reply()}.
     *
     * @param ofHead whether it is the answer to HEAD, which announces a body that does not come
     */
    Reply reply(boolean ofHead) throws IOException {
        String head = readHead();
        while (head.startsWith("HTTP/1.1 100 ")) {
            head = readHead();
        }
        // The version of a refusal is that of the request, whatever it is.
        Matcher line = STATUS.matcher(head);
        if (!line.lookingAt()) {
            return head.isEmpty() ? Reply.NONE : new Reply(-1, head, new byte[0], false);
        }
        int status = Integer.parseInt(line.group(1));
        Reply bare = new Reply(status, head, new byte[0], true);
        if (ofHead || status == 204 || status == 304) {
            return bare;
        }
        Optional<String> length = bare.header("Content-Length");
        if (length.isPresent()) {
            byte[] body = read(Integer.parseInt(length.get()));
            return new Reply(status, head, body, body.length == Integer.parseInt(length.get()));
        }
        if (bare.header("Transfer-Encoding").isPresent()) {
            return chunked(status, head);
        }
        return new Reply(status, head, readToEnd(), true);
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = next();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private Reply chunked(int status, String head) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = readLine();
            if (!size.matches("[0-9a-fA-F]{1,8}")) {
                return new Reply(status, head, body.toByteArray(), false);
            }
            int bytes = Integer.parseInt(size, 16);
            byte[] chunk = read(bytes);
            body.writeBytes(chunk);
            String end = readLine();
            if (chunk.length < bytes || !end.isEmpty()) {
                return new Reply(status, head, body.toByteArray(), false);
            }
            if (bytes == 0) {
                return new Reply(status, head, body.toByteArray(), true);
            }
        }
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(); next >= 0 && next != '\n'; next = next()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private int next() throws IOException {
        try {
            return in().read();
        } catch (SocketException end) {
            requireClosed(end);
            return -1;
        }
    }

    /** So many bytes, or fewer where the connection ends. */
    byte[] read(int bytes) throws IOException {
        byte[] read = new byte[bytes];
        int length = 0;
        try {
            for (int count = 0; length < bytes && count >= 0; length += Math.max(0, count)) {
                count = in().read(read, length, bytes - length);
            }
        } catch (SocketException end) {
            requireClosed(end);
        }
        return Arrays.copyOf(read, length);
    }

    /** All that comes until the connection ends, by a reset or as it should. */
    byte[] readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[RECEIVE_BYTES];
        try {
            for (int count = in().read(part); count >= 0; count = in().read(part)) {
                all.write(part, 0, count);
            }
        } catch (SocketException end) {
            requireClosed(end);
        }
        return all.toByteArray();
    }

    /** Whether no byte comes for so long; an end is none. */
    boolean silentFor(int millis) throws IOException {
        patience(millis);
        try {
            return next() < 0;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            patience(PATIENCE_MILLIS);
        }
    }

    private InputStream in() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
