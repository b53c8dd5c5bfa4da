package io.focusgen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import io.focusgen.spec.Spelling;
import io.focusgen.spec.ValueType;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion SHELL}: writes what a shell has to know to complete verbs, options and their values. */
final class CompletionCommand extends Verb {

    static final String VERB = "completion";

    private static final String SHELL = "SHELL";
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Supplier<CommandLine> verbs;

    /** @param verbs all of them */
    CompletionCommand(Supplier<CommandLine> verbs, Console console) {
        super(VERB, List.of(), console);
        this.verbs = verbs;
        command().usageMessage().header("Writes what bash or zsh needs to complete verbs, options and their values.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB + " " + SHELL + " [--out FILE]")
                .description("",
                        "Where there is no command " + CommandLineInterface.NAME
                                + " yet, it makes one: a function that runs"
                                + " this jar. In bash:",
                        "  source <(" + CommandLineInterface.COMMAND + " " + VERB + " bash)",
                        "and from then on " + CommandLineInterface.NAME
                                + " gen<Tab> cost<Tab> --prof<Tab> start<Tab>.");
        examples("A file that ~/.bashrc or ~/.zshrc can read with source", "completion bash --out completion.sh");
        Options.addWordsTo(command(), SHELL, "Who is to read it: " + ValueType.choice(SHELLS).allowed() + ".", SHELLS);
        Options.addOutTo(command());
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        Options options = new Options(arguments, List.of());
        List<String> words = options.words();
        if (options.allKnown() && (words.size() != 1 || !SHELLS.contains(words.get(0)))) {
            String given = String.join(" ", words);
            options.refuse(SHELL, words.isEmpty() ? null : given, "Must be " + ValueType.choice(SHELLS).allowed() + ".",
                    Spelling.nearest(given, SHELLS).orElse(null));
        }
        String out = options.out();
        write(options.done(this::script), out, "text/x-shellscript");
    }

    /** Of picocli, which is for both shells: the first thing it does is to find out which one reads it. */
    private String script() {
        String jar = Path.of(CommandLineInterface.JAR).toAbsolutePath().toString().replace("'", "'\\''");
        return "type " + CommandLineInterface.NAME + " > /dev/null 2>&1 || " + CommandLineInterface.NAME
                + "() {\n  java -jar '" + jar + "' \"$@\"\n}\n"
                + AutoComplete.bash(CommandLineInterface.NAME, distinct(verbs.get()));
    }

    /** The script keeps the values of an option under its label, which help texts have in common. */
    private static CommandLine distinct(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        for (OptionSpec option : List.copyOf(command.options())) {
            if (!option.usageHelp() && !option.versionHelp()) {
                String label = option.longestName().replaceAll("[^A-Za-z]", "");
                command.remove(option);
                command.addOption(OptionSpec.builder(option).paramLabel(label).build());
            }
        }
        line.getSubcommands().values().forEach(CompletionCommand::distinct);
        return line;
    }
}
