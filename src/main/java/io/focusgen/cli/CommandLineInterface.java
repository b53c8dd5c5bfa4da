package io.focusgen.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneOffset;

import io.focusgen.spec.Defaults;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.stream.ExportOpener;
import io.focusgen.stream.Exports;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All verbs. */
public final class CommandLineInterface {

    static final String NAME = "focus-generator";

    /** Exit codes. */
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int FAILED = 2;

    private final CommandLine verbs;
    private final Console console;

    public CommandLineInterface(ExportOpener opener, Defaults defaults, Console console) {
        this.console = console;
        CommandSpec root = CommandSpec.create().name(NAME).version(NAME + " " + GeneratorVersion.CURRENT);
        root.usageMessage().header("Invents a company and writes its cloud bill as FOCUS data.").description("",
                "Without a verb this is the service: see http://127.0.0.1:8080/q/health once it runs.", "");
        root.addOption(help());
        root.addOption(OptionSpec.builder("-V", "--version").versionHelp(true)
                .description("Print the version and exit.").build());
        root.addSubcommand(GenerateCommand.VERB, new GenerateCommand(opener, defaults, console).commandLine());
        root.addSubcommand(PreviewCommand.VERB, new PreviewCommand(defaults, console).commandLine());
        root.addSubcommand(PriceListCommand.VERB, new PriceListCommand(defaults, console).commandLine());
        verbs = new CommandLine(root);
        verbs.setOut(new PrintWriter(console.text(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.messages(), true, StandardCharsets.UTF_8));
        verbs.setParameterExceptionHandler(this::misused);
        verbs.setExecutionExceptionHandler((failure, command, parsed) -> {
            throw failure;
        });
    }

    /** With the engine, clock, chance and streams of this process. */
    public static CommandLineInterface ofProcess() {
        YearMonth lastClosedMonth = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
        return new CommandLineInterface(Exports.opener(), new Defaults(lastClosedMonth, new SecureRandom()::nextLong),
                Console.ofProcess());
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help").usageHelp(true).description("Print this help and exit.").build();
    }

    /**
     * Does what {@code arguments} say.
     *
     * @return the exit code: 0 done, 1 refused, 2 failed
     */
    public int run(String... arguments) {
        return verbs.execute(arguments);
    }

    private int misused(ParameterException misuse, String... arguments) {
        console.messages().println(NAME + ": " + misuse.getMessage());
        if (misuse instanceof UnmatchedArgumentException unmatched) {
            UnmatchedArgumentException.printSuggestions(unmatched, misuse.getCommandLine().getErr());
        }
        console.messages().println("Try: " + misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return REFUSED;
    }
}
