package io.focusgen.bundle;

import java.util.OptionalLong;
import java.util.function.Supplier;

import io.focusgen.encode.JsonWriter;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.CanonicalUrl;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Shard;
import io.focusgen.stream.BlockSource;
import io.focusgen.table.TableFormat;

/**
 * A small table about the data set, as CSV.
 *
 * @param name of the file
 * @param kind what it is
 * @param path that the service has it at
 * @param spec what it is about
 * @param blocks plans it
 */
record TableFile(String name, FileKind kind, String path, DatasetSpec spec,
        Supplier<BlockSource> blocks) implements ListedFile {

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
    public void describe(JsonWriter json) {
        json.name("header").raw(Boolean.toString(spec.text().header().in(Shard.WHOLE)));
    }

    @Override
    public BlockSource open() {
        return blocks.get();
    }
}
