package io.focusgen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.focusgen.spec.Documentation;
import io.focusgen.spec.Parameter;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the options of a verb are about, in the order of its help. */
enum OptionGroup {
    VERB("What only this verb takes"),
    DATA("How much, and which"),
    COMPANY("The company"),
    COMMITMENTS("Commitments"),
    TREND("How spend moves"),
    SURPRISES("What goes wrong"),
    ROWS("What rows look like"),
    OUTPUT("Where to, and how");

    private static final Set<String> OF_EVERY_VERB = Set.of(Options.FORMAT, Options.OUT, Verb.QUIET, "--help");

    private final String title;

    OptionGroup(String title) {
        this.title = title;
    }

    private static OptionGroup of(Parameter parameter) {
        return switch (parameter) {
            case SCENARIO, PROVIDER, VERSION, MONTH, MONTHS, ROWS, GRANULARITY, SEED, SHARD -> DATA;
            case PROFILE, DISTRIBUTION, BUDGET, CURRENCY, ORGANISATION, REORGANISATION, MARKETPLACE_ISSUER -> COMPANY;
            case COMMITMENT_COVERAGE, COMMITMENT_UTILISATION, COMMITMENT_TERM, COMMITMENT_PAYMENT, COMMITMENT_SCOPE,
                    COMMITMENT_START, COMMITMENT_GAP ->
                COMMITMENTS;
            case TREND, TREND_START, GROWTH_RATE, PEAK_MONTHS, PEAK_MULTIPLIER, BASELINE_VARIATION, STEP_MONTH,
                    STEP_MULTIPLIER, ANOMALY_MONTH, ANOMALY_DURATION, ANOMALY_MULTIPLIER, TREND_MULTIPLIERS, PEAK ->
                OptionGroup.TREND;
            case ANOMALIES, WASTE -> SURPRISES;
            case IDS, COLUMNS, CUSTOM_COLUMNS, DELIMITER, LINE_END, HEADER, EXCEL_SAFE -> OptionGroup.ROWS;
        };
    }

    private static OptionGroup of(OptionSpec option) {
        return Stream.of(Parameter.values()).filter(one -> Documentation.option(one).equals(option.longestName()))
                .findFirst().map(OptionGroup::of).orElse(OF_EVERY_VERB.contains(option.longestName()) ? OUTPUT : VERB);
    }

    /** The options of a command, each group under its title. */
    static String help(Help help) {
        CommandSpec command = help.commandSpec();
        List<OptionSpec> all = command.options().stream().filter(option -> !option.hidden()).toList();
        StringBuilder text = new StringBuilder();
        for (OptionGroup group : values()) {
            List<OptionSpec> members = new ArrayList<>(all);
            members.removeIf(option -> of(option) != group);
            if (!members.isEmpty()) {
                Help.Layout layout = help.createDefaultLayout(all, command.positionalParameters(), help.colorScheme());
                layout.addAllOptions(members, help.parameterLabelRenderer());
                text.append(System.lineSeparator()).append(group.title).append(':').append(System.lineSeparator())
                        .append(layout);
            }
        }
        return text.toString();
    }
}
