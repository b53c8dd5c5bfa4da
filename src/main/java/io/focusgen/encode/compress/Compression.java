package io.focusgen.encode.compress;

/** The forms of compression that a file of blocks may have. */
public enum Compression {

    GZIP,
    ZSTD;

    /**
     * A new compressor. Of gzip it holds 340 KiB; of zstd an array that grows to the largest block.
     *
     * @throws IllegalStateException where zstd's native library cannot be loaded, saying what it needs
     */
    public Compressor compressor() {
        return switch (this) {
            case GZIP -> new GzipCompressor();
            case ZSTD -> new ZstdCompressor();
        };
    }
}
