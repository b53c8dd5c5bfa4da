package io.focusgen.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.focusgen.focus.Dataset;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.offer.ExportFile;
import io.focusgen.http.offer.TruthFile;
import io.focusgen.http.problem.PathGuide;
import io.focusgen.spec.Spelling;
import io.focusgen.stream.Format;
import io.focusgen.table.TableFormat;
import io.focusgen.truth.Sheet;

/** Finds the path that a mistyped one was meant to be, among all that can be asked. */
@Singleton
public class Paths implements PathGuide {

    private static final List<String> TEMPLATES = Stream.of(Endpoint.values()).map(Endpoint::template).toList();

    /** What can be mistyped: paths without braces, and every file. */
    private static final List<String> PATHS = Stream.concat(
            TEMPLATES.stream().filter(path -> path.indexOf('{') < 0 && !path.equals(Endpoint.HOME.template())),
            files()).toList();

    private static Stream<String> files() {
        return Stream.concat(Stream.of(Dataset.values())
                .flatMap(dataset -> Stream.of(Format.values()).map(format -> new ExportFile(dataset, format).path())),
                Stream.of(Sheet.values()).flatMap(sheet -> Stream.of(TableFormat.values())
                        .map(format -> new TruthFile(sheet, format).path())));
    }

    @Override
    public List<String> paths() {
        return TEMPLATES;
    }

    @Override
    public String template(String path) {
        return Endpoint.at(path).map(Endpoint::template).orElse("other");
    }

    @Override
    public Optional<String> nearest(String path) {
        return Spelling.nearest(path, PATHS);
    }
}
