package io.focusgen.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.focusgen.bundle.BundleParameter;
import io.focusgen.spec.Documented;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.PreviewParameter;
import io.focusgen.spec.Spelling;

/** Which options there are in which verb, for those who type one with another. */
final class VerbOptions {

    /** The verbs that have {@code --format}; that of {@code bundle} is in its table. */
    private static final List<String> WITH_FORMAT = List.of(GenerateCommand.VERB, PriceListCommand.VERB,
            TruthCommand.VERB, BulkCommand.VERB);

    private VerbOptions() {
    }

    private static Map<String, List<? extends Documented>> tables() {
        List<Parameter> dataSet = List.of(Parameter.values());
        Map<String, List<? extends Documented>> tables = new LinkedHashMap<>();
        tables.put(GenerateCommand.VERB, dataSet);
        tables.put(PreviewCommand.VERB, joined(PreviewParameter.values(), dataSet));
        tables.put(PriceListCommand.VERB, dataSet);
        tables.put(TruthCommand.VERB, dataSet);
        tables.put(BundleCommand.VERB, joined(BundleParameter.values(), dataSet));
        tables.put(BulkCommand.VERB, dataSet);
        return tables;
    }

    private static List<Documented> joined(Documented[] own, List<Parameter> dataSet) {
        return Stream.concat(Stream.of(own), dataSet.stream()).toList();
    }

    /**
     * The verbs that have an option, in the order of the help; none where it is no option at all.
     *
     * @param option as typed, e.g. {@code --layout}
     */
    static List<String> verbsWith(String option) {
        if (!option.startsWith("--")) {
            return List.of();
        }
        String plain = Spelling.plain(option.substring(2));
        List<String> verbs = new ArrayList<>();
        tables().forEach((verb, table) -> {
            boolean format = WITH_FORMAT.contains(verb) && option.toLowerCase(Locale.ROOT).equals(Options.FORMAT);
            if (format || table.stream().anyMatch(parameter -> Spelling.plain(parameter.label()).equals(plain))) {
                verbs.add(verb);
            }
        });
        return verbs;
    }
}
