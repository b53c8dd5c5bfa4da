package io.focusgen.cli;

import java.util.List;

import io.focusgen.focus.Dataset;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.ValueType;
import io.focusgen.stream.Format;
import io.focusgen.stream.FormatOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code generate} was asked for.
 *
 * @param dataset what
 * @param spec which
 * @param format how it is written
 * @param out {@code -} or the name of a file
 */
record GenerateRequest(Dataset dataset, DatasetSpec spec, Format format, String out) {

    static final List<Parameter> PARAMETERS = List.of(Parameter.values());

    private static final String DATASET = "DATASET";
    private static final ValueType DATASETS = ValueType.choice(Dataset.labels());

    static void addTo(CommandSpec command) {
        Options.addWordsTo(command, DATASET, "What to write: " + DATASETS.allowed() + ".", Dataset.labels());
        Options.addTo(command, PARAMETERS);
        Options.addFormatTo(command, "the rows", Format.extensions());
        Options.addOutTo(command);
    }

    /**
     * What the arguments ask for.
     *
     * @throws io.focusgen.spec.RefusedException with everything wrong at once
     */
    static GenerateRequest read(ParseResult parsed, Defaults defaults) {
        Options options = new Options(parsed, PARAMETERS);
        Dataset dataset = dataset(options);
        String format = options.format(Format.extensions());
        String out = options.out();
        Format as = Format.byExtension(format).orElseThrow();
        DatasetSpec spec = options.done(() -> FormatOptions.resolve(as, options.parameters(), defaults).spec());
        return new GenerateRequest(dataset, spec, as, out);
    }

    private static Dataset dataset(Options options) {
        List<String> words = options.words();
        List<Dataset> datasets = words.stream().flatMap(word -> Dataset.byLabel(word).stream()).toList();
        if (datasets.size() != 1 || options.allKnown() && words.size() != 1) {
            String given = String.join(" ", words);
            options.refuse(DATASET, words.isEmpty() ? null : given, "Must be " + DATASETS.allowed() + ".",
                    Spelling.nearest(given, Dataset.labels()).orElse(null));
        }
        return datasets.isEmpty() ? Dataset.COST_AND_USAGE : datasets.get(0);
    }
}
