package io.focusgen.archfixture.encode;

import com.github.luben.zstd.Zstd;

/** A format that compresses on its own. */
public final class KnowsZstd {

    long bound(long bytes) {
        return Zstd.compressBound(bytes);
    }
}
