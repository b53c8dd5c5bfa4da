package io.focusgen.bundle;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.ColumnType;
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

    /** @param files of the bundle by name; of any other that was written only its writer's word is known */
    static String text(BundleRequest request, Map<String, ListedFile> files, List<WrittenFile> written,
            List<LeftOut> leftOut) {
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
        json.name("columns").beginArray();
        spec.columns().forEach(column -> json.beginObject().name("name").text(column.id()).name("type")
                .text(type(column.type())).endObject());
        json.endArray();
        json.name("files").beginArray();
        written.forEach(file -> write(file, files.get(file.name()), json));
        json.endArray();
        json.name("leftOut").beginArray();
        leftOut.forEach(file -> json.beginObject().name("name").text(file.name()).name("reason").text(file.reason())
                .endObject());
        json.endArray();
        return json.endObject() + "\n";
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case DECIMAL -> "decimal";
            case DATE_TIME -> "datetime";
            case JSON -> "json";
        };
    }

    private static void write(WrittenFile file, @Nullable ListedFile listed, JsonWriter json) {
        json.beginObject().name("name").text(file.name());
        if (listed != null) {
            json.name("kind").text(listed.kind().label());
        }
        json.name("mediaType").text(file.mediaType());
        json.name("rows");
        if (file.rows().isPresent()) {
            json.number(file.rows().getAsLong());
        } else {
            json.text(null);
        }
        json.name("bytes").number(file.bytes()).name("sha256").text(file.sha256());
        json.name("canonicalUrl").text(file.canonicalUrl());
        if (listed != null) {
            listed.describe(json);
        }
        json.endObject();
    }
}
