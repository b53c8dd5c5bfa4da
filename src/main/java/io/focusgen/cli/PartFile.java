package io.focusgen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

import io.focusgen.stream.BlockSource;

/**
 * A file that is written under another name until it is whole. The other name is gone when the process is. A file that it
 * replaces hands its permissions on.
 */
final class PartFile implements Target {

    private final Path file;
    private final Path part;

    // guarded by this
    private boolean interrupted;

    PartFile(Path file) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
    }

    @Override
    public long write(BlockSource blocks, Watcher watcher) throws IOException {
        return write(channel -> Target.write(blocks, channel, watcher));
    }

    /** What writes a file. */
    @FunctionalInterface
    interface Content {

        /**
         * Writes all of it.
         *
         * @return bytes written
         */
        long write(WritableByteChannel channel) throws IOException;
    }

    /**
     * Has the file written.
     *
     * @return bytes written
     */
    long write(Content content) throws IOException {
        Thread onInterrupt = new Thread(this::interrupt, "remove-part");
        Interrupts.remember(onInterrupt);
        try {
            long bytes;
            try (FileChannel channel = open()) {
                bytes = content.write(channel);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return bytes;
        } finally {
            if (Interrupts.forget(onInterrupt)) {
                remove();
            }
        }
    }

    /** Nothing is begun behind the back of what removes it. */
    private synchronized FileChannel open() throws IOException {
        if (interrupted) {
            throw new IOException("interrupted");
        }
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try {
            sharePermissions();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return channel;
    }

    /** Who may not read the file that is replaced may not read the new one either. */
    private void sharePermissions() throws IOException {
        PosixFileAttributeView now = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (now != null && Files.exists(file)) {
            Files.setPosixFilePermissions(part, now.readAttributes().permissions());
        }
    }

    private synchronized void interrupt() {
        interrupted = true;
        remove();
    }

    private void remove() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
