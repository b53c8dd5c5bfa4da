package io.focusgen.cli;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.focusgen.stream.BlockSource;

/** Where data goes. Closed without {@link #commit}, a file leaves nothing behind. */
interface Target extends AutoCloseable {

    WritableByteChannel channel();

    /** Makes the data visible. */
    void commit() throws IOException;

    @Override
    void close() throws IOException;

    /** For {@code -} or a device or pipe, the thing itself; for a file, one beside it that takes its place when it is whole. */
    static Target of(String out, Console console) throws IOException {
        if (out.equals("-")) {
            return new Open(console.data(), false);
        }
        Path path = Path.of(out);
        if (Files.isDirectory(path)) {
            throw new FileSystemException(out, null, "is a directory");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return new Open(Files.newByteChannel(path, StandardOpenOption.WRITE), true);
        }
        return new PartFile(Files.exists(path) ? path.toRealPath() : path);
    }

    /**
     * Writes all blocks and makes them visible, or leaves nothing behind.
     *
     * @return bytes written
     */
    static long write(BlockSource blocks, String out, Console console) throws IOException {
        Progress progress = new Progress(console, blocks.blocks());
        try (Target target = of(out, console)) {
            long bytes = BlockWriter.write(blocks, target.channel(), Runtime.getRuntime().availableProcessors(),
                    progress);
            target.commit();
            return bytes;
        } finally {
            progress.end();
        }
    }

    /**
     * Something that takes bytes and keeps no file.
     *
     * @param channel where they go
     * @param ours whether we opened it
     */
    record Open(WritableByteChannel channel, boolean ours) implements Target {

        @Override
        public void commit() {
            // What has been written has been taken.
        }

        @Override
        public void close() throws IOException {
            if (ours) {
                channel.close();
            }
        }
    }
}
