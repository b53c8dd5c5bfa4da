package io.focusgen.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.focusgen.testing.FaultProxy.Direction;
import io.focusgen.testing.Faults.Reaction;

/** A client's connection and the server's behind it: two threads that copy, one for each direction. */
final class ProxyConnection {

    private static final int BUFFER = 64 << 10;

    private final Socket client;
    private final Socket server;
    private final Faults faults;
    private final Runnable whenClosed;
    private final AtomicInteger directionsOpen = new AtomicInteger(2);
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The answer that comes next is not passed on. */
    private volatile boolean dropAnswer;

    ProxyConnection(Socket client, Socket server, Faults faults, Runnable whenClosed) {
        this.client = client;
        this.server = server;
        this.faults = faults;
        this.whenClosed = whenClosed;
    }

    void start() {
        thread("requests", () -> {
            RequestSplitter splitter = new RequestSplitter(new Requests());
            copy(client, server, splitter::feed);
        }).start();
        thread("answers", () -> copy(server, client, this::passAnswer)).start();
    }

    /** Both sides see a reset: whatever was on its way is lost. */
    void reset() {
        try {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
        } catch (IOException e) {
            // Whoever is closed already needs no reset.
            close();
            return;
        }
        close();
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            closeQuietly(client);
            closeQuietly(server);
            whenClosed.run();
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "fault-proxy-" + name);
        thread.setDaemon(true);
        return thread;
    }

    private interface Taker {
        void take(byte[] bytes, int length) throws IOException;
    }

    private void copy(Socket from, Socket to, Taker taker) {
        byte[] buffer = new byte[BUFFER];
        try {
            int read = from.getInputStream().read(buffer, 0, faults.stretch(BUFFER));
            while (read >= 0) {
                taker.take(buffer, read);
                read = from.getInputStream().read(buffer, 0, faults.stretch(BUFFER));
            }
            to.shutdownOutput();
            if (directionsOpen.decrementAndGet() == 0) {
                close();
            }
        } catch (IOException e) {
            // One side was reset or closed: so is the other.
            reset();
        }
    }

    private void passAnswer(byte[] bytes, int length) throws IOException {
        if (dropAnswer) {
            throw new IOException("the answer is to be dropped");
        }
        pass(Direction.TO_CLIENT, client.getOutputStream(), bytes, 0, length);
    }

    private void pass(Direction direction, OutputStream out, byte[] bytes, int offset, int length) throws IOException {
        int passing;
        try {
            passing = faults.before(direction, bytes, offset, length);
        } catch (InterruptedException e) {
            throw new IOException("stopped", e);
        }
        out.write(bytes, offset, passing);
        if (passing < length) {
            throw new IOException("to be reset here");
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes requests on, or reacts to them as the faults say. */
    private final class Requests implements RequestSplitter.Listener {

        private @Nullable Reaction reaction;

        @Override
        public void head(String head) throws IOException {
            reaction = faults.request(head);
            if (reaction != null && reaction.answer() != null && head.toLowerCase(Locale.ROOT)
                    .contains("\r\nexpect: 100-continue\r\n")) {
                client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            }
        }

        @Override
        public void part(byte[] bytes, int offset, int length, boolean last) throws IOException {
            Reaction now = reaction;
            if (now != null && now.answer() != null) {
                byte[] answer = now.answer();
                if (last) {
                    reaction = null;
                    pass(Direction.TO_CLIENT, client.getOutputStream(), answer.clone(), 0, answer.length);
                }
                return;
            }
            if (last && now != null) {
                reaction = null;
                // Before the last byte passes: the server may answer at once.
                dropAnswer = true;
            }
            pass(Direction.TO_SERVER, server.getOutputStream(), bytes, offset, length);
        }
    }
}
