package io.focusgen.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sees every byte of an answer and how the connection ends. */
public final class RawConnection implements Closeable {

    /** Everything up to the end of the connection. */
    public record Answer(String head, byte[] body, boolean reset) {

        public String bodyText() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    private final Socket socket = new Socket();

    public RawConnection(URI server) throws IOException {
        // Small, so that a client that does not read is noticed after little data.
        socket.setReceiveBufferSize(64 << 10);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    }

    public RawConnection send(String requestLine) throws IOException {
        return send(requestLine, "");
    }

    public RawConnection send(String requestLine, String body) throws IOException {
        String request = requestLine + "\r\nHost: localhost\r\nAccept: */*\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    public void sendMore(String body) throws IOException {
        socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
    }

    /** Up to and including the empty line, and nothing of what follows. */
    public String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed within the head: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** At most so many bytes of whatever comes next; the number read. */
    public long read(long atMost) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[64 << 10];
        long total = 0;
        while (total < atMost) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, atMost - total));
            if (count < 0) {
                break;
            }
            total += count;
        }
        return total;
    }

    /** So many bytes of whatever comes next. */
    public byte[] readExactly(int bytes) throws IOException {
        byte[] read = socket.getInputStream().readNBytes(bytes);
        if (read.length < bytes) {
            throw new IOException("closed after " + read.length + " of " + bytes + " bytes");
        }
        return read;
    }

    /** Up to and including the last chunk, the connection staying open. */
    public String readToLastChunk() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[64 << 10];
        String end = "";
        while (!end.endsWith("\r\n0\r\n\r\n")) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new IOException("closed before the last chunk");
            }
            all.write(buffer, 0, count);
            String both = end + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
            end = both.substring(Math.max(0, both.length() - 7));
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    public Answer readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean reset = false;
        byte[] buffer = new byte[64 << 10];
        try {
            int count;
            while ((count = socket.getInputStream().read(buffer)) >= 0) {
                all.write(buffer, 0, count);
            }
        } catch (SocketException expected) {
            reset = true;
        }
        String text = all.toString(StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        return new Answer(text.substring(0, Math.max(0, body)),
                text.substring(body).getBytes(StandardCharsets.ISO_8859_1), reset);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
