package io.focusgen.http.offer;

import java.util.List;
import java.util.Optional;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.ServicePaths;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import io.focusgen.table.TableFormat;
import io.focusgen.truth.Sheet;

/**
 * What the last part of a path asks for: a sheet, and how it is written.
 *
 * @param sheet which
 * @param format how
 */
public record TruthFile(Sheet sheet, TableFormat format) {

    /** Where answer sheets are. */
    public static final String FOLDER = ServicePaths.TRUTH;

    /**
     * The sheet and format of {@code name}, e.g. {@code ownership.csv}.
     *
     * @throws ProblemException saying which sheets or formats there are
     */
    public static TruthFile named(String name) {
        int dot = name.indexOf('.');
        String label = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        Optional<Sheet> sheet = Sheet.byLabel(label);
        if (sheet.isEmpty()) {
            throw new ProblemException(new Failure.Unknown(ProblemType.UNKNOWN_DATA_SET,
                    "There is no answer sheet " + Violation.echo(label) + "; there is "
                            + String.join(", ", Sheet.labels()) + ".",
                    Sheet.labels(), Spelling.nearest(label, Sheet.labels()).orElse(null)));
        }
        Optional<TableFormat> format = TableFormat.byExtension(extension);
        if (format.isEmpty()) {
            List<String> extensions = TableFormat.extensions();
            throw new ProblemException(ExportFile.unknownFormat(label, extension, extensions));
        }
        return new TruthFile(sheet.get(), format.get());
    }

    /** Its one path. */
    public String path() {
        return ServicePaths.sheet(sheet.label(), format.extension());
    }
}
