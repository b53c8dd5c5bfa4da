package io.focusgen.bundle;

import java.util.OptionalLong;
import java.util.function.Supplier;

import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.CanonicalUrl;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.stream.BlockSource;
import io.focusgen.table.TableFormat;

/**
 * A small table about the data set, as CSV.
 *
 * @param name of the file
 * @param path that the service has it at
 * @param spec what it is about
 * @param blocks plans it
 */
record TableFile(String name, String path, DatasetSpec spec, Supplier<BlockSource> blocks) implements BundleFile {

    @Override
    public String mediaType() {
        return TableFormat.CSV.mediaType(spec);
    }

    @Override
    public boolean isData() {
        return false;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }

    @Override
    public String canonicalUrl() {
        return CanonicalUrl.of(path, CanonicalRequest.of(spec).query());
    }

    @Override
    public BlockSource open() {
        return blocks.get();
    }
}
