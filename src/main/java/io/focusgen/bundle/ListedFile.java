package io.focusgen.bundle;

import io.focusgen.encode.JsonWriter;

/** A file of a bundle that knows what the manifest says of it beside what its writer has found out. */
interface ListedFile extends BundleFile {

    FileKind kind();

    /** Writes members of the file's object: what it holds. */
    void describe(JsonWriter json);
}
