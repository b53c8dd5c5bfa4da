package io.focusgen.conform;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import io.focusgen.focus.FocusVersion;

/** Bytes as a CSV file to check: a report, the same however they arrive. */
public final class CsvFuzz {

    private CsvFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        for (CsvForm form : new CsvForm[]{CsvForm.PLAIN, CsvForm.PLAIN.withDelimiter(';')}) {
            String report = Conformance.check(FocusVersion.V1_2, Trickle.OPTIONS, form, new ByteArrayInputStream(data))
                    .toString();
            String slowly = Conformance.check(FocusVersion.V1_2, Trickle.OPTIONS, form, new Trickle(data)).toString();
            Trickle.requireSame(report, slowly);
        }
    }
}
