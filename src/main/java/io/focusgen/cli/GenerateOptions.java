package io.focusgen.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.Dataset;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.SpecReader;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.ValueType;
import io.focusgen.spec.Violation;
import io.focusgen.stream.Format;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of {@code generate}: one per parameter, made from the table, and where and how to write. All values are read as
 * text and as often as given, so that what is wrong with them is said in our words and all at once.
 */
final class GenerateOptions {

    private static final String FORMAT = "--format";
    private static final String OUT = "--out";
    private static final ValueType DATASETS = ValueType.choice(Dataset.labels());
    private static final ValueType FORMATS = ValueType.choice(Format.extensions());

    private final List<Violation> violations = new ArrayList<>();
    private final ParseResult parsed;

    private GenerateOptions(ParseResult parsed) {
        this.parsed = parsed;
    }

    static void addTo(CommandSpec command) {
        command.addPositional(PositionalParamSpec.builder().paramLabel("DATASET").arity("0..*").type(List.class)
                .auxiliaryTypes(String.class).description("What to write: " + DATASETS.allowed() + ".").build());
        for (Parameter parameter : Parameter.values()) {
            String option = Documentation.option(parameter);
            command.addOption(text(option).paramLabel(parameter.label().toUpperCase(Locale.ROOT))
                    .description(Documentation.help(parameter).toArray(String[]::new)).build());
            Stream.concat(Stream.of(parameter.label()), parameter.otherNames().stream()).map(name -> "--" + name)
                    .filter(name -> !name.equals(option))
                    .forEach(name -> command.addOption(text(name).hidden(true).build()));
        }
        command.addOption(text(FORMAT).paramLabel("FORMAT").description("How the rows are written.",
                "Allowed: " + FORMATS.allowed() + ".", "Default: csv").build());
        command.addOption(text(OUT).paramLabel("FILE").description("Where to write; - is standard output.",
                "A file appears when it is whole.", "Default: -").build());
    }

    private static OptionSpec.Builder text(String... names) {
        return OptionSpec.builder(names).arity("1").type(List.class).auxiliaryTypes(String.class);
    }

    /**
     * What the arguments ask for.
     *
     * @throws RefusedException with everything wrong at once
     */
    static GenerateRequest read(ParseResult parsed, Defaults defaults) {
        return new GenerateOptions(parsed).read(defaults);
    }

    private GenerateRequest read(Defaults defaults) {
        boolean allKnown = refuseUnknown();
        Dataset dataset = dataset(allKnown);
        Format format = format();
        String out = out();
        DatasetSpec spec = null;
        try {
            spec = SpecReader.read(parameters(), defaults);
        } catch (RefusedException refused) {
            violations.addAll(refused.violations());
        }
        if (spec == null || !violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return new GenerateRequest(dataset, spec, format, out);
    }

    private Map<String, List<String>> parameters() {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            String name = option.longestName().substring(2);
            if (Parameter.byName(name).isPresent()) {
                List<String> values = DocumentFile.read(name, option.originalStringValues(), violations::add);
                if (!values.isEmpty()) {
                    raw.put(name, values);
                }
            }
        }
        return raw;
    }

    /** Whether there was nothing to refuse; if there was, a word that belongs to no option may have been its value. */
    private boolean refuseUnknown() {
        List<String> names = parsed.commandSpec().options().stream().filter(option -> !option.hidden())
                .map(OptionSpec::longestName).toList();
        for (String unknown : parsed.unmatched()) {
            int equals = unknown.indexOf('=');
            String name = equals < 0 ? unknown : unknown.substring(0, equals);
            violations.add(
                    new Violation(name, equals < 0 ? null : unknown.substring(equals + 1), "There is no such option.",
                            Spelling.nearest(name, names).orElse(null)));
        }
        return parsed.unmatched().isEmpty();
    }

    private Dataset dataset(boolean allKnown) {
        List<String> words = parsed.matchedPositionals().stream().distinct()
                .flatMap(positional -> positional.originalStringValues().stream()).toList();
        List<Dataset> datasets = words.stream().flatMap(word -> Dataset.byLabel(word).stream()).toList();
        if (datasets.size() != 1 || allKnown && words.size() != 1) {
            String given = String.join(" ", words);
            violations.add(new Violation("DATASET", words.isEmpty() ? null : given,
                    "Must be " + DATASETS.allowed() + ".", Spelling.nearest(given, Dataset.labels()).orElse(null)));
        }
        return datasets.isEmpty() ? Dataset.COST_AND_USAGE : datasets.get(0);
    }

    private Format format() {
        String given = one(FORMAT, Format.CSV.extension());
        Optional<Format> format = Format.byExtension(given);
        if (format.isEmpty()) {
            violations.add(new Violation(FORMAT, given, "Must be " + FORMATS.allowed() + ".",
                    Spelling.nearest(given, Format.extensions()).orElse(null)));
        }
        return format.orElse(Format.CSV);
    }

    private String out() {
        String out = one(OUT, "-");
        if (out.isBlank() || out.contains("://") || !isPath(out)) {
            violations.add(new Violation(OUT, out, "Must be the name of a file, or - for standard output.", null));
        }
        return out;
    }

    private static boolean isPath(String out) {
        try {
            return Path.of(out).getFileName() != null;
        } catch (InvalidPathException invalid) {
            return false;
        }
    }

    private String one(String name, String absent) {
        @Nullable
        OptionSpec option = parsed.matchedOption(name);
        List<String> given = option == null ? List.of(absent) : option.originalStringValues();
        if (given.size() > 1) {
            violations.add(new Violation(name, String.join(", ", given), "Must be given once.", null));
        }
        return given.get(0);
    }
}
