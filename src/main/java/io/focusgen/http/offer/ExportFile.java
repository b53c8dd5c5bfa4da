package io.focusgen.http.offer;

import java.util.List;
import java.util.Optional;

import io.focusgen.focus.Dataset;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.ServicePaths;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import io.focusgen.stream.Format;

/**
 * What the last part of a path asks for.
 *
 * @param dataset what
 * @param format how it is written
 */
public record ExportFile(Dataset dataset, Format format) {

    /** Where data sets are. */
    public static final String FOLDER = ServicePaths.FOLDER;

    /** The data set and format of {@code name}, if there are such. */
    public static Optional<ExportFile> find(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Dataset.byLabel(name.substring(0, dot)).flatMap(dataset -> Format.byExtension(name.substring(dot + 1))
                        .map(format -> new ExportFile(dataset, format)));
    }

    /**
     * The data set and format of {@code name}, e.g. {@code cost-and-usage.csv}.
     *
     * @throws ProblemException saying which data sets or formats there are
     */
    public static ExportFile named(String name) {
        int dot = name.indexOf('.');
        String label = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        Optional<Dataset> dataset = Dataset.byLabel(label);
        if (dataset.isEmpty()) {
            List<String> labels = Dataset.labels();
            throw new ProblemException(new Failure.Unknown(ProblemType.UNKNOWN_DATA_SET,
                    "There is no data set " + Violation.echo(label) + "; there is " + String.join(", ", labels) + ".",
                    labels, other(name, label).or(() -> Spelling.nearest(label, labels)).orElse(null)));
        }
        Optional<Format> format = Format.byExtension(extension);
        if (format.isEmpty()) {
            List<String> extensions = Format.extensions();
            throw new ProblemException(unknownFormat(label, extension, extensions));
        }
        return new ExportFile(dataset.get(), format.get());
    }

    /** What else is there by this name, perhaps with another ending: the bundle for bundle.tar. */
    private static Optional<String> other(String name, String label) {
        List<String> others = Endpoint.in(FOLDER);
        List<String> sameLabel = others.stream().filter(other -> other.equals(label) || other.startsWith(label + "."))
                .toList();
        return sameLabel.isEmpty()
                ? Spelling.nearest(name, others)
                : Spelling.nearest(name, sameLabel).or(() -> Optional.of(sameLabel.get(0)));
    }

    /** What is known is not written like that. */
    static Failure unknownFormat(String label, String extension, List<String> extensions) {
        return new Failure.Unknown(ProblemType.UNKNOWN_FORMAT, label + " is not written as "
                + (extension.isEmpty() ? "a file without a format" : Violation.echo(extension)) + "; there is "
                + String.join(", ", extensions) + ".", extensions,
                Spelling.nearest(extension, extensions).orElse(null));
    }

    /** Its one path. */
    public String path() {
        return ServicePaths.rows(dataset, format.extension());
    }
}
