package io.focusgen.cli;

import java.util.List;
import java.util.stream.Stream;

import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.SpecReader;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.ValueType;
import io.focusgen.stream.FormatOptions;
import io.focusgen.table.TableFormat;
import io.focusgen.truth.AnswerSheet;
import io.focusgen.truth.Sheet;
import picocli.CommandLine.ParseResult;

/** {@code truth SHEET}: writes what a data set hides from those who only see its rows. */
final class TruthCommand extends Verb {

    static final String VERB = "truth";

    private static final String SHEET = "SHEET";
    private static final ValueType SHEETS = ValueType.choice(Sheet.labels());
    private static final List<Parameter> PARAMETERS = List.of(Parameter.values());

    private final Defaults defaults;

    TruthCommand(Defaults defaults, Console console) {
        super(VERB, PARAMETERS, console);
        this.defaults = defaults;
        command().usageMessage()
                .header("Writes an answer sheet: what a data set hides from those who only see its rows.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB
                        + " SHEET [--PARAMETER VALUE]... [--format FORMAT] [--out FILE]")
                .description("", "Takes the options of a data set, and is about all of it, whatever its shard.",
                        Documentation.SPELLING, "");
        examples("Whose every resource really is",
                "truth ownership --rows 1e6 --month 2026-01 --seed 42 --out ownership.csv",
                "What went wrong in a bill, and its answer",
                "truth anomalies --rows 5000 --month 2026-03 --anomalies 3 --out anomalies.json");
        Options.addWordsTo(command(), SHEET, Stream.of(Sheet.values())
                .map(sheet -> sheet.label() + ": " + sheet.help()).toList(), Sheet.labels());
        Options.addTo(command(), PARAMETERS);
        Options.addFormatTo(command(), "the sheet", TableFormat.extensions());
        Options.addOutTo(command());
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        Options options = new Options(arguments, PARAMETERS);
        Sheet sheet = sheet(options);
        TableFormat format = TableFormat.byExtension(options.format(TableFormat.extensions())).orElseThrow();
        String out = options.out();
        DatasetSpec spec = options.done(() -> FormatOptions.read(format, options.parameters(),
                () -> SpecReader.read(options.parameters(), defaults)));
        CountedSheet answers = new CountedSheet(AnswerSheet.of(spec, sheet, format, () -> false));
        noteOtherFormat(out, format.extension());
        String written = write(answers, 0, out, format.mediaType(spec));
        note(answers.rows() + " rows, " + written + about(spec));
    }

    /** The one that is named; the first where that is a mistake, which is then refused. */
    private static Sheet sheet(Options options) {
        List<String> words = options.words();
        List<Sheet> sheets = words.stream().flatMap(word -> Sheet.byLabel(word).stream()).toList();
        if (sheets.size() != 1 || options.allKnown() && words.size() != 1) {
            String given = String.join(" ", words);
            options.refuse(SHEET, words.isEmpty() ? null : given, "Must be " + SHEETS.allowed() + ".",
                    Spelling.nearest(given, Sheet.labels()).orElse(null));
        }
        return sheets.isEmpty() ? Sheet.values()[0] : sheets.get(0);
    }
}
