package io.focusgen.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * A GET over a connection of its own whose body is counted and dropped: as cheap a client as can be, for all servers. A
 * connection that is kept can be asked again.
 */
public final class HttpGet implements AutoCloseable {

    private static final int BUFFER_BYTES = 256 << 10;

    /** An answer with another status than 200. Its message begins with the line that has the status; its body was read. */
    public static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    private final SocketChannel channel;
    private final ByteBuffer buffer;
    private boolean chunked;
    private @Nullable CRC32C checksum;
    private @Nullable Consumer<ByteBuffer> watcher;

    /** Of the current chunk, or of the body where it is not chunked. */
    private long left;
    private boolean ended;
    private long bytes;

    /** As the other, with a buffer of its own. */
    public HttpGet(int port, String path) throws IOException {
        this(port, path, buffer());
    }

    /**
     * Sends the request to the loopback address and reads the head of the answer, behind which the connection is closed.
     *
     * @param buffer of {@link #buffer}, free again when this is closed
     * @throws RefusedException where the status is not 200
     * @throws IOException where the connection is broken
     */
    public HttpGet(int port, String path, ByteBuffer buffer) throws IOException {
        this(port, buffer);
        try {
            ask(path, "close");
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private HttpGet(int port, ByteBuffer buffer) throws IOException {
        this.buffer = buffer.clear().flip();
        ended = true;
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A connection to the loopback address that stays open from one {@link #again} to the next. */
    public static HttpGet kept(int port) throws IOException {
        return kept(port, buffer());
    }

    /** The same with a buffer of {@link #buffer}, free again when it is closed. */
    public static HttpGet kept(int port, ByteBuffer buffer) throws IOException {
        return new HttpGet(port, buffer);
    }

    /**
     * Asks over the same connection, behind the end of the last body, and reads the head of the answer.
     *
     * @throws RefusedException where the status is not 200: then the connection can be asked again
     * @throws IOException where the connection is broken
     */
    public HttpGet again(String path) throws IOException {
        if (!ended) {
            throw new IllegalStateException("the last body has not been read to its end");
        }
        ask(path, "keep-alive");
        return this;
    }

    private void ask(String path, String connection) throws IOException {
        channel.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
        String status = line();
        chunked = false;
        left = 0;
        bytes = 0;
        String header;
        while (!(header = line()).isEmpty()) {
            String lower = header.toLowerCase(Locale.ROOT);
            chunked |= lower.equals("transfer-encoding: chunked");
            if (lower.startsWith("content-length:")) {
                left = Long.parseLong(header.substring(15).strip());
            }
        }
        ended = false;
        if (!status.startsWith("HTTP/1.1 200")) {
            toEnd();
            throw new RefusedException(status + " for " + path);
        }
    }

    /** What an answer is read into. Who asks hundreds of times a second has one for each thread: making it takes longer. */
    public static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(BUFFER_BYTES);
    }

    /** Keeps a checksum of the body from here on. */
    HttpGet summing() {
        CRC32C sum = new CRC32C();
        checksum = sum;
        return showing(sum::update);
    }

    /** Shows somebody each piece of the body from here on, only for the time of the call. */
    public HttpGet showing(Consumer<ByteBuffer> somebody) {
        watcher = somebody;
        return this;
    }

    /** Reads what there is, at most {@code most} bytes, waiting for the first; the body bytes among it, −1 at its end. */
    int read(int most) throws IOException {
        while (left == 0 && !ended) {
            if (chunked) {
                nextChunk();
            } else {
                ended = true;
            }
        }
        if (ended) {
            return -1;
        }
        if (!buffer.hasRemaining()) {
            fill(most);
        }
        int count = (int) Math.min(Math.min(left, most), buffer.remaining());
        Consumer<ByteBuffer> somebody = watcher;
        if (somebody != null) {
            somebody.accept(buffer.slice(buffer.position(), count));
        }
        buffer.position(buffer.position() + count);
        left -= count;
        bytes += count;
        if (left == 0 && chunked) {
            require(line().isEmpty(), "no end of line behind a chunk");
        }
        return count;
    }

    private void nextChunk() throws IOException {
        left = Long.parseLong(line(), 16);
        if (left == 0) {
            require(line().isEmpty(), "trailers");
            ended = true;
        }
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException("not an answer we understand: " + otherwise);
        }
    }

    /** Reads the body to its end and returns its length. */
    public long toEnd() throws IOException {
        while (read(BUFFER_BYTES) >= 0) {
            continue;
        }
        return bytes;
    }

    /** Bytes of this body that were read. */
    long bytes() {
        return bytes;
    }

    long checksum() {
        CRC32C sum = checksum;
        if (sum == null) {
            throw new IllegalStateException("no checksum was asked for");
        }
        return sum.getValue();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (!buffer.hasRemaining()) {
                fill(BUFFER_BYTES);
            }
            char next = (char) (buffer.get() & 0xFF);
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append(next);
            }
        }
    }

    private void fill(int most) throws IOException {
        buffer.clear().limit(Math.min(BUFFER_BYTES, most));
        if (channel.read(buffer) < 0) {
            throw new EOFException("the connection ended after " + bytes + " bytes of the body");
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
