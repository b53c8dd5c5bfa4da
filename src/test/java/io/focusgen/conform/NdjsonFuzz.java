package io.focusgen.conform;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import io.focusgen.focus.FocusVersion;

/** Bytes as an NDJSON file to check: a report, the same however they arrive. */
public final class NdjsonFuzz {

    private NdjsonFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        String report = Conformance
                .checkNdjson(FocusVersion.V1_2, Trickle.OPTIONS, new ByteArrayInputStream(data)).toString();
        String slowly = Conformance.checkNdjson(FocusVersion.V1_2, Trickle.OPTIONS, new Trickle(data)).toString();
        Trickle.requireSame(report, slowly);
    }
}
