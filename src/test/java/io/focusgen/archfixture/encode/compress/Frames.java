package io.focusgen.archfixture.encode.compress;

import com.github.luben.zstd.Zstd;

/** Breaks no rule. */
public final class Frames {

    long bound(long bytes) {
        return Zstd.compressBound(bytes);
    }
}
