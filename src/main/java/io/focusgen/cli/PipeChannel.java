package io.focusgen.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * A pipe: it can fail in one way only, which is that its reader has gone. The system says so in the language of the user,
 * hence a class of our own.
 */
final class PipeChannel implements WritableByteChannel {

    private final WritableByteChannel pipe;

    PipeChannel(WritableByteChannel pipe) {
        this.pipe = pipe;
    }

    /** Whoever read has read enough, as {@code head} does. */
    static final class ReaderGoneException extends IOException {

        private static final long serialVersionUID = 1L;

        ReaderGoneException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        try {
            return pipe.write(bytes);
        } catch (IOException closed) {
            throw new ReaderGoneException(closed);
        }
    }

    @Override
    public boolean isOpen() {
        return pipe.isOpen();
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
