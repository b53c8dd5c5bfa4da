package io.focusgen.bundle;

import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.focusgen.catalog.Provider;
import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.Dataset;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.CanonicalUrl;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.FileNames;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.ServicePaths;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;

/**
 * A file of rows.
 *
 * @param folder that it is in, with a slash at its end; empty for none
 * @param spec the request for exactly its rows
 * @param format of the rows
 * @param whole the data set that they are some rows of, planned once for all files
 */
record RowsFile(String folder, DatasetSpec spec, Format format, Supplier<PlannedExport> whole) implements ListedFile {

    @Override
    public String name() {
        return folder + FileNames.rows(spec, format.extension());
    }

    @Override
    public String mediaType() {
        return format.mediaType(spec);
    }

    @Override
    public boolean isData() {
        return true;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(export().rows());
    }

    @Override
    public String canonicalUrl() {
        return CanonicalUrl.of(ServicePaths.rows(Dataset.COST_AND_USAGE, format.extension()),
                CanonicalRequest.of(spec).query());
    }

    @Override
    public FileKind kind() {
        return FileKind.ROWS;
    }

    /** Several providers and their currencies, which only a file of all of them has, are separated by commas, as in requests. */
    @Override
    public void describe(JsonWriter json) {
        json.name("provider").text(spec.providers().stream().map(Provider::label).collect(Collectors.joining(",")));
        json.name("month").text(spec.firstMonth().toString()).name("months").number(spec.months());
        json.name("part").number(spec.shard().index()).name("parts").number(spec.shard().count());
        json.name("currency").text(spec.bills().stream().map(bill -> bill.currency().code()).distinct()
                .collect(Collectors.joining(",")));
        if (format.has(Parameter.HEADER)) {
            json.name("header").raw(Boolean.toString(spec.text().header().in(spec.shard())));
        }
    }

    @Override
    public BlockSource open() {
        return export().blocks(format);
    }

    private PlannedExport export() {
        return whole.get().part(spec);
    }
}
