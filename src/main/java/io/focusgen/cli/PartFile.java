package io.focusgen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import io.focusgen.stream.BlockSource;

/** A file that is written under another name until it is whole. The other name is gone when the process is. */
final class PartFile implements Target {

    private final Path file;
    private final Path part;

    PartFile(Path file) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
    }

    @Override
    public long write(BlockSource blocks, Watcher watcher) throws IOException {
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        Thread onInterrupt = new Thread(this::remove, "remove-part");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            long bytes;
            try (channel) {
                bytes = Target.write(blocks, channel, watcher);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return bytes;
        } finally {
            if (Interrupts.forget(onInterrupt)) {
                remove();
            }
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
