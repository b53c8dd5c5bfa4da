package io.focusgen.cli;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.focusgen.stream.BlockSource;

/** Where data goes. */
interface Target {

    /** What an address in S3 begins with. */
    String S3 = "s3://";

    /**
     * Writes all blocks and makes them visible, or leaves nothing behind.
     *
     * @return bytes written
     * @throws IOException where the data cannot be written; what the source threw comes as it is
     */
    long write(BlockSource blocks, Watcher watcher) throws IOException;

    /**
     * For {@code -} or a device or pipe, the thing itself; for a file, one beside it that takes its place when it is whole; for
     * an address in S3, an upload.
     */
    static Target of(String out, String mediaType, Console console) throws IOException {
        if (out.startsWith(S3)) {
            return new S3Object(out, mediaType, System.getenv());
        }
        if (out.equals("-")) {
            return (blocks, watcher) -> write(blocks, console.data(), watcher);
        }
        Path path = Path.of(out);
        if (Files.isDirectory(path)) {
            throw new FileSystemException(out, null, "is a directory");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return (blocks, watcher) -> {
                try (WritableByteChannel device = Files.newByteChannel(path, StandardOpenOption.WRITE)) {
                    return write(blocks, device, watcher);
                }
            };
        }
        return new PartFile(Files.exists(path) ? path.toRealPath() : path);
    }

    /**
     * Writes all blocks and shows on a terminal how far it is.
     *
     * @param rows of all blocks, or 0 where nobody counts them
     * @param out as {@link Options#out} gives it
     * @param mediaType of the data, where such a thing is kept
     * @return bytes written
     */
    static long write(BlockSource blocks, long rows, String out, String mediaType, Console console) throws IOException {
        Progress progress = new Progress(console, blocks.blocks(), rows, System::nanoTime);
        try {
            return of(out, mediaType, console).write(blocks, progress);
        } finally {
            progress.end();
        }
    }

    /** To something that takes bytes, with all cores. */
    static long write(BlockSource blocks, WritableByteChannel channel, Watcher watcher) throws IOException {
        return BlockWriter.write(blocks, channel, Runtime.getRuntime().availableProcessors(), watcher);
    }
}
