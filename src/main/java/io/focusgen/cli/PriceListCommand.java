package io.focusgen.cli;

import java.util.List;

import io.focusgen.pricelist.PriceList;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.FormatOptions;
import io.focusgen.stream.PriceListBlocks;
import io.focusgen.table.TableFormat;
import picocli.CommandLine.ParseResult;

/** {@code price-list}: writes every SkuPriceId that a row of a data set can carry, with its prices. */
final class PriceListCommand extends Verb {

    static final String VERB = "price-list";

    private static final List<Parameter> PARAMETERS = List.of(Parameter.values());

    private final Defaults defaults;

    PriceListCommand(Defaults defaults, Console console) {
        super(VERB, PARAMETERS, console);
        this.defaults = defaults;
        command().usageMessage()
                .header("Writes the price list of a company: every SkuPriceId that a row can carry, with its prices.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB
                        + " [--PARAMETER VALUE]... [--format FORMAT] [--out FILE]")
                .description("",
                        "Takes the options of a data set; prices depend on provider, month, currency and profile.",
                        "What says which rows and columns are written changes nothing here.",
                        Documentation.SPELLING, "");
        examples("What a quarter costs at Google in euros",
                "price-list --provider gcp --currency EUR --month 2026-01 --months 3 --out prices.csv",
                "The same for all clouds as JSON", "price-list --provider aws,azure,gcp --out prices.json");
        Options.addWordsTo(command(), "WORD", "");
        Options.addTo(command(), PARAMETERS);
        Options.addFormatTo(command(), "the prices", TableFormat.extensions());
        Options.addOutTo(command());
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        Options options = new Options(arguments, PARAMETERS);
        options.refuseWords();
        TableFormat format = TableFormat.byExtension(options.format(TableFormat.extensions())).orElseThrow();
        String out = options.out();
        DatasetSpec spec = options.done(() -> FormatOptions.read(format, options.parameters(),
                () -> SpecReader.read(options.parameters(), defaults)));
        noteOtherFormat(out, format.extension());
        note(write(new PriceListBlocks(PriceList.of(spec, format)), 0, out, format.mediaType(spec)));
    }
}
