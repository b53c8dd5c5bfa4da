package io.focusgen.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Connections that each ask for one file and read a little of it now and then, all on one thread, until this is closed. */
final class SlowReaders implements AutoCloseable {

    private static final int RECEIVE_BYTES = 64 << 10;
    private static final long MILLIS_BETWEEN = 1_000;
    private static final String OK = "HTTP/1.1 200 ";

    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer piece;
    private final Thread thread = new Thread(this::read, "load-slow-readers");
    private volatile boolean over;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile String failure = "";

    /**
     * Opens the connections and begins to read.
     *
     * @param bytesPerSecond that each reads at most
     */
    SlowReaders(int port, int readers, String path, int bytesPerSecond) throws IOException {
        piece = ByteBuffer.allocate(bytesPerSecond);
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < readers; i++) {
                SocketChannel channel = SocketChannel.open();
                channels.add(channel);
                channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BYTES);
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.write(ByteBuffer.wrap(request));
                channel.configureBlocking(false);
            }
        } catch (IOException failed) {
            closeAll();
            throw failed;
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** Readers that have had a first piece of their file. */
    int answered() {
        return answered.get();
    }

    /** Readers that were refused, cut, or told that the file is at its end. */
    int broken() {
        return broken.get();
    }

    /** What the first of them was told, or nothing. */
    String failure() {
        return failure;
    }

    /** Bytes that all of them have read. */
    long bytes() {
        return bytes.get();
    }

    private void read() {
        boolean[] begun = new boolean[channels.size()];
        boolean[] ended = new boolean[channels.size()];
        while (!over) {
            long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN);
            for (int i = 0; i < begun.length && !over; i++) {
                if (!ended[i]) {
                    readOnce(i, begun, ended);
                }
            }
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void readOnce(int i, boolean[] begun, boolean[] ended) {
        try {
            int count = channels.get(i).read(piece.clear());
            if (count < 0) {
                throw new IOException("the connection ended");
            }
            if (count > 0 && !begun[i]) {
                String head = new String(piece.array(), 0, Math.min(count, OK.length()), StandardCharsets.US_ASCII);
                if (!head.equals(OK)) {
                    throw new IOException("not " + OK + "but " + head);
                }
                begun[i] = true;
                answered.incrementAndGet();
            }
            bytes.addAndGet(count);
        } catch (IOException gone) {
            if (!over) {
                ended[i] = true;
                failure = broken.getAndIncrement() == 0 ? gone.toString() : failure;
            }
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        thread.interrupt();
        closeAll();
    }

    private void closeAll() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
