package io.focusgen.bundle;

import java.util.List;

import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.Dataset;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.CanonicalUrl;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.ServicePaths;

/** What a bundle is and what is in it, so that its reader can tell whether it is whole, and make it again. */
final class Manifest {

    private Manifest() {
    }

    static String text(BundleRequest request, List<WrittenFile> written, List<LeftOut> leftOut) {
        DatasetSpec spec = request.dataset().spec();
        JsonWriter json = new JsonWriter().beginObject();
        json.name("generator").text(GeneratorVersion.CURRENT);
        json.name("dataset").text(Dataset.COST_AND_USAGE.label());
        for (BundleParameter parameter : List.of(BundleParameter.FORMAT, BundleParameter.LAYOUT)) {
            json.name(parameter.label()).text(request.value(parameter));
        }
        json.name(BundleParameter.PARTS.label()).number(request.parts());
        json.name("parameters").beginObject();
        CanonicalRequest.parameters(spec).forEach((name, value) -> json.name(name).text(value));
        json.endObject();
        json.name("seed").number(spec.seed());
        json.name("canonicalUrl").text(CanonicalUrl.of(ServicePaths.BUNDLE, request.canonical().query()));
        json.name("rows").number(written.stream().mapToLong(file -> file.rows().orElse(0)).sum());
        json.name("bytes").number(written.stream().mapToLong(WrittenFile::bytes).sum());
        json.name("files").beginArray();
        written.forEach(file -> write(file, json));
        json.endArray();
        json.name("leftOut").beginArray();
        leftOut.forEach(file -> json.beginObject().name("name").text(file.name()).name("reason").text(file.reason())
                .endObject());
        json.endArray();
        return json.endObject() + "\n";
    }

    private static void write(WrittenFile file, JsonWriter json) {
        json.beginObject().name("name").text(file.name()).name("mediaType").text(file.mediaType());
        json.name("rows");
        if (file.rows().isPresent()) {
            json.number(file.rows().getAsLong());
        } else {
            json.text(null);
        }
        json.name("bytes").number(file.bytes()).name("sha256").text(file.sha256());
        json.name("canonicalUrl").text(file.canonicalUrl()).endObject();
    }
}
