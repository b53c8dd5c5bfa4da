package io.focusgen.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/** One GET over a connection of its own whose body is counted and dropped: as cheap a client as can be, for all servers. */
final class HttpGet implements AutoCloseable {

    private static final int BUFFER_BYTES = 256 << 10;

    private final SocketChannel channel;
    private final ByteBuffer buffer;
    private final boolean chunked;
    private @Nullable CRC32C checksum;

    /** Of the current chunk, or of the body where it is not chunked. */
    private long left;
    private boolean ended;
    private long bytes;

    /** As the other, with a buffer of its own. */
    HttpGet(int port, String path) throws IOException {
        this(port, path, buffer());
    }

    /**
     * Sends the request to the loopback address and reads the head of the answer.
     *
     * @param buffer of {@link #buffer}, free again when this is closed
     * @throws IOException also where the status is not 200
     */
    HttpGet(int port, String path, ByteBuffer buffer) throws IOException {
        this.buffer = buffer.clear();
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        try {
            buffer.flip();
            channel.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
            String status = line();
            boolean chunks = false;
            String header;
            while (!(header = line()).isEmpty()) {
                String lower = header.toLowerCase(java.util.Locale.ROOT);
                chunks |= lower.equals("transfer-encoding: chunked");
                if (lower.startsWith("content-length:")) {
                    left = Long.parseLong(header.substring(15).strip());
                }
            }
            chunked = chunks;
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException(status + " for " + path);
            }
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** What an answer is read into. Who asks hundreds of times a second has one for each thread: making it takes longer. */
    static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(BUFFER_BYTES);
    }

    /** Keeps a checksum of the body from here on. */
    HttpGet summing() {
        checksum = new CRC32C();
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
        CRC32C sum = checksum;
        if (sum != null) {
            sum.update(buffer.slice(buffer.position(), count));
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
    long toEnd() throws IOException {
        while (read(BUFFER_BYTES) >= 0) {
            continue;
        }
        return bytes;
    }

    /** Body bytes read. */
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
