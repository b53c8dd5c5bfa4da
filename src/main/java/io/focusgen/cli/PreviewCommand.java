package io.focusgen.cli;

import java.util.List;
import java.util.stream.Stream;

import io.focusgen.preview.Preview;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Documented;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.PreviewParameter;
import io.focusgen.spec.PreviewReader;
import io.focusgen.spec.PreviewSpec;
import io.focusgen.stream.FormatOptions;
import io.focusgen.table.TableFormat;
import picocli.CommandLine.ParseResult;

/** {@code preview}: writes some rows of a data set, and what all of it adds up to. */
final class PreviewCommand extends Verb {

    static final String VERB = "preview";

    private static final List<Documented> PARAMETERS = Stream
            .<Documented>concat(Stream.of(PreviewParameter.values()), Stream.of(Parameter.values())).toList();

    private final Defaults defaults;

    PreviewCommand(Defaults defaults, Console console) {
        super(VERB, PARAMETERS, console);
        this.defaults = defaults;
        command().usageMessage()
                .header("Writes some rows of a data set as JSON, its sums by service, month, team and more, and its KPIs.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB + " [--PARAMETER VALUE]... [--out FILE]")
                .description("", "Takes the options of a data set, which is not written for it.",
                        Documentation.SPELLING,
                        "Everything wrong with the options is said at once, a line each.", "");
        examples("What the KPIs of two clouds are", "preview --provider aws,gcp --rows 1e6 --limit 3 | jq .kpis",
                "Rows from the middle of a large file",
                "preview --rows 1e9 --offset 500000000 --limit 20 --out rows.json");
        Options.addWordsTo(command(), "WORD", "");
        Options.addTo(command(), PARAMETERS);
        Options.addOutTo(command());
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        Options options = new Options(arguments, PARAMETERS);
        options.refuseWords();
        String out = options.out();
        PreviewSpec spec = options.done(() -> FormatOptions.readForJson(options.parameters(),
                () -> PreviewReader.read(options.parameters(), defaults)));
        write(Preview.of(spec).document(Preview.PATH + "?" + spec.canonical().query(), () -> false), out,
                TableFormat.JSON.mediaType());
    }
}
