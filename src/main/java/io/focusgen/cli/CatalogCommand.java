package io.focusgen.cli;

import java.util.List;

import io.focusgen.http.offer.ApiCatalog;
import io.focusgen.table.TableFormat;
import picocli.CommandLine.ParseResult;

/** {@code catalog}: writes what can be asked for, as the service answers it. */
final class CatalogCommand extends Verb {

    static final String VERB = "catalog";

    CatalogCommand(Console console) {
        super(VERB, List.of(), console);
        command().usageMessage()
                .header("Writes as JSON what can be asked for: data sets, parameters, providers, services, regions, columns.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB + " [--out FILE]")
                .description("",
                        "The same document as GET /api/v1/catalog of the service; it changes with the version only:",
                        "generator, datasets, parameters, preview, priceList, bundle, jobs, truth, spelling, scenarios, versions,",
                        "providers, problems.",
                        "");
        examples("The parameters and what each of them may be",
                "catalog | jq -r '.parameters[] | .name + \": \" + .allowed'", "The services of a provider",
                "catalog | jq -r '.providers[] | select(.label == \"gcp\") | .services[].name'");
        Options.addWordsTo(command(), "WORD", "");
        Options.addOutTo(command());
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        Options options = new Options(arguments, List.of());
        options.refuseWords();
        String out = options.out();
        write(options.done(ApiCatalog::text), out, TableFormat.JSON.mediaType());
    }
}
