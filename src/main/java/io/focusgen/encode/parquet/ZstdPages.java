package io.focusgen.encode.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

import com.github.luben.zstd.Zstd;

/** Compresses pages with zstd, without a class of Hadoop. */
final class ZstdPages implements BytesInputCompressor {

    /** Pages of dictionary places hardly get smaller at a higher one. */
    private static final int LEVEL = 1;

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
        bytes.writeAllTo(page);
        return BytesInput.from(Zstd.compress(page.toByteArray(), LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
        return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
        // Nothing is held.
    }
}
