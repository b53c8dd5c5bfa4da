package io.focusgen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy on the loopback address in front of a server, which breaks what passes in the way a test asks for. Faults can
 * be switched at any time, for connections that are open and for those to come, and add up until {@link #forward()}.
 */
public final class FaultProxy implements AutoCloseable {

    /** Which way bytes go. */
    public enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    private static final int CONNECT_MILLIS = 5000;

    private final int serverPort;
    private final int port;
    private final Faults faults = new Faults();
    private final Set<ProxyConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean refusing;
    private volatile @Nullable ServerSocket listener;
    private volatile @Nullable Thread acceptor;

    /** Listens on a free port in front of a server on the loopback address. */
    public FaultProxy(int serverPort) {
        this.serverPort = serverPort;
        this.port = listen(0);
    }

    public int port() {
        return port;
    }

    /** Ends all faults; what was held back passes. */
    public void forward() {
        refusing = false;
        faults.clear();
        if (listener == null) {
            listen(port);
        }
    }

    /** Resets all connections, and new ones as soon as they are made. */
    public void refuse() {
        refusing = true;
        resetAll();
    }

    /** Resets all connections and closes the port. */
    public void closePort() {
        closeListener();
        resetAll();
    }

    /** Resets the connections that are open now. */
    public void resetAll() {
        open.forEach(ProxyConnection::reset);
    }

    /** Takes connections and bytes but passes nothing on, also in the middle of something. */
    public void freeze() {
        faults.freeze();
    }

    /** Keeps each stretch of bytes back for so long. Stretches are delayed one after the other. */
    public void delay(Direction direction, Duration delay) {
        faults.delay(direction, delay);
    }

    /** Passes at most so many bytes a second, at least 20, in each direction of each connection. */
    public void limit(long bytesPerSecond) {
        faults.limit(bytesPerSecond);
    }

    /** Passes so many more bytes of a direction, counted over all connections, and resets the one the next byte is on. */
    public void resetAfter(Direction direction, long bytes) {
        faults.resetAfter(direction, bytes);
    }

    /** Changes a single byte: the one with this offset of those to come in a direction, counted over all connections. */
    public void corrupt(Direction direction, long offset) {
        faults.corrupt(direction, offset);
    }

    /**
     * Answers the next HTTP/1.1 requests in whose head the expression is found, once their body has been read; the server
     * does not see them.
     *
     * @param answer the bytes of a whole answer
     * @param times so many requests
     */
    public void answer(String headRegex, byte[] answer, int times) {
        faults.react(Pattern.compile(headRegex), new Faults.Reaction(answer), times);
    }

    /** Passes the next HTTP/1.1 requests that match to the server, whole, but resets the connection instead of answering. */
    public void dropAnswer(String headRegex, int times) {
        faults.react(Pattern.compile(headRegex), new Faults.Reaction(null), times);
    }

    /** Connections accepted so far, those refused included. */
    public int connections() {
        return accepted.get();
    }

    /** Connections open now. */
    public int openConnections() {
        return open.size();
    }

    /** HTTP/1.1 requests seen so far in whose head the expression is found, those included that were answered here. */
    public int requests(String headRegex) {
        return faults.heads(Pattern.compile(headRegex));
    }

    @Override
    public void close() {
        closeListener();
        faults.close();
        open.forEach(ProxyConnection::close);
    }

    private int listen(int onPort) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 1000);
            listener = socket;
            Thread thread = new Thread(() -> acceptFrom(socket), "fault-proxy-accept");
            thread.setDaemon(true);
            thread.start();
            acceptor = thread;
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptFrom(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                accept(socket.accept());
            } catch (IOException e) {
                // The listener was closed, or the server refused: its client was told by a reset.
                continue;
            }
        }
    }

    private void accept(Socket client) throws IOException {
        accepted.incrementAndGet();
        client.setTcpNoDelay(true);
        if (refusing) {
            reset(client);
            return;
        }
        Socket server = new Socket();
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort), CONNECT_MILLIS);
            server.setTcpNoDelay(true);
        } catch (IOException e) {
            server.close();
            reset(client);
            throw e;
        }
        ProxyConnection[] self = new ProxyConnection[1];
        self[0] = new ProxyConnection(client, server, faults, () -> open.remove(self[0]));
        open.add(self[0]);
        self[0].start();
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    /** The system takes connections on a port for as long as somebody waits for one there. */
    private void closeListener() {
        ServerSocket socket = listener;
        Thread waiting = acceptor;
        listener = null;
        if (socket != null && waiting != null) {
            try {
                socket.close();
                waiting.join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
