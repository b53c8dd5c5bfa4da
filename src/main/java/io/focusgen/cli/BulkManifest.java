package io.focusgen.cli;

import java.util.List;
import java.util.function.Function;

import io.focusgen.encode.JsonWriter;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.CanonicalUrl;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.FileNames;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.ServicePaths;
import io.focusgen.spec.Shard;

/** What the parts of a bulk export are, so that their reader can tell whether they are whole, and make each again. */
final class BulkManifest {

    private BulkManifest() {
    }

    /** Says nothing of time or place: whoever finishes the same export writes the same bytes. @param parts all, in order */
    static String text(BulkRequest request, List<PartReceipt> parts, Function<Shard, DatasetSpec> specs) {
        DatasetSpec whole = request.spec().whole();
        String path = ServicePaths.rows(request.dataset(), request.format().extension());
        JsonWriter json = new JsonWriter().beginObject();
        json.name("generator").text(GeneratorVersion.CURRENT);
        json.name("dataset").text(request.dataset().label());
        json.name("format").text(request.format().extension());
        json.name("parts").number(parts.size());
        json.name("parameters").beginObject();
        CanonicalRequest.parameters(whole).forEach((name, value) -> {
            if (!name.equals(Parameter.SHARD.label())) {
                json.name(name).text(value);
            }
        });
        json.endObject();
        json.name("seed").number(whole.seed());
        json.name("canonicalUrl").text(CanonicalUrl.of(path, CanonicalRequest.of(whole).query()));
        json.name("rows").number(parts.stream().mapToLong(PartReceipt::rows).sum());
        json.name("bytes").number(parts.stream().mapToLong(PartReceipt::bytes).sum());
        json.name("files").beginArray();
        for (PartReceipt part : parts) {
            DatasetSpec spec = specs.apply(part.shard());
            json.beginObject();
            json.name("name").text(FileNames.rows(spec, request.format().extension()));
            json.name("mediaType").text(request.format().mediaType(spec));
            json.name("part").number(part.shard().index());
            json.name("rows").number(part.rows());
            json.name("bytes").number(part.bytes());
            json.name("sha256").text(part.sha256());
            json.name("canonicalUrl").text(CanonicalUrl.of(path, CanonicalRequest.of(spec).query()));
            json.endObject();
        }
        json.endArray();
        return json.endObject() + "\n";
    }
}
