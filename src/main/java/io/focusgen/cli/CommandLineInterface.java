package io.focusgen.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import io.focusgen.spec.Defaults;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import io.focusgen.stream.ExportOpener;
import io.focusgen.stream.Exports;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All verbs. */
public final class CommandLineInterface {

    /** Before every message. */
    static final String NAME = "focus-generator";

    /** What to type before a verb. */
    static final String COMMAND = "java -jar " + jar(System.getProperty("java.class.path", ""));

    /** Where a build puts it. */
    private static final String BUILT = "target/quarkus-app/quarkus-run.jar";

    /** Exit codes. */
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int FAILED = 2;

    private final CommandLine verbs;
    private final Console console;

    public CommandLineInterface(ExportOpener opener, Defaults defaults, Console console) {
        this.console = console;
        CommandSpec root = CommandSpec.create().name(COMMAND).version(NAME + " " + GeneratorVersion.CURRENT);
        root.usageMessage().header("Invents a company and writes its cloud bill as FOCUS data.").description("",
                "Without a verb this is the service: http://127.0.0.1:8080/docs once it runs.",
                "VERB --help explains a verb and all that it takes.", "");
        root.addOption(help());
        root.addOption(OptionSpec.builder("-V", "--version").versionHelp(true)
                .description("Print the version and exit.").build());
        root.addSubcommand(GenerateCommand.VERB, new GenerateCommand(opener, defaults, console).commandLine());
        root.addSubcommand(PreviewCommand.VERB, new PreviewCommand(defaults, console).commandLine());
        root.addSubcommand(PriceListCommand.VERB, new PriceListCommand(defaults, console).commandLine());
        root.addSubcommand(TruthCommand.VERB, new TruthCommand(defaults, console).commandLine());
        root.addSubcommand(BundleCommand.VERB, new BundleCommand(defaults, console).commandLine());
        root.addSubcommand(CatalogCommand.VERB, new CatalogCommand(console).commandLine());
        // What @FILE stands for is for the verbs to say: picocli would read the words of the file as arguments.
        verbs = new CommandLine(root).setExpandAtFiles(false);
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

    /** With {@code java -jar} the class path is the jar. */
    private static String jar(String classPath) {
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator) ? classPath : BUILT;
    }

    /** Verbs say themselves what is wrong with their options: this is what they never see. */
    private int misused(ParameterException misuse, String... arguments) {
        if (misuse instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            List<String> known = List.copyOf(verbs.getSubcommands().keySet());
            console.messages().println(NAME + ": " + Violation.echo(word) + ": There is no such verb; there is "
                    + String.join(", ", known) + "."
                    + Spelling.nearest(word, known).map(nearest -> " Nearest: " + nearest).orElse(""));
        } else {
            console.messages().println(NAME + ": " + misuse.getMessage());
        }
        console.messages().println("Try: " + misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return REFUSED;
    }
}
