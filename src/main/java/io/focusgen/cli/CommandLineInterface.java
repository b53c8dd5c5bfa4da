package io.focusgen.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

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

    /** Where a build puts it. */
    private static final String BUILT = "target/quarkus-app/quarkus-run.jar";

    /** What this process runs. */
    static final String JAR = jar(System.getProperty("java.class.path", ""));

    /** What to type before a verb. */
    static final String COMMAND = "java -jar " + JAR;

    /** Characters in a line of help. */
    static final int HELP_COLUMNS = 110;

    /** Exit codes. */
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int FAILED = 2;

    /** What a shell says of a program that the system ended because nobody reads what it writes: 128 + SIGPIPE. */
    static final int READER_GONE = 141;

    /** By name, in the order of the help. Made when they are asked for: each has options by the dozen. */
    private final Map<String, Supplier<Verb>> verbs = new LinkedHashMap<>();
    private final Console console;

    public CommandLineInterface(ExportOpener opener, Defaults defaults, Console console) {
        this.console = console;
        verbs.put(GenerateCommand.VERB, () -> new GenerateCommand(opener, defaults, console));
        verbs.put(PreviewCommand.VERB, () -> new PreviewCommand(defaults, console));
        verbs.put(PriceListCommand.VERB, () -> new PriceListCommand(defaults, console));
        verbs.put(TruthCommand.VERB, () -> new TruthCommand(defaults, console));
        verbs.put(BundleCommand.VERB, () -> new BundleCommand(defaults, console));
        verbs.put(BulkCommand.VERB, () -> new BulkCommand(opener, defaults, console));
        verbs.put(CatalogCommand.VERB, () -> new CatalogCommand(console));
        verbs.put(KeyCommand.VERB, () -> new KeyCommand(new SecureRandom(), console));
        verbs.put(CompletionCommand.VERB, () -> new CompletionCommand(() -> commandLine(verbs.keySet()), console));
    }

    private CommandLine commandLine(Collection<String> wanted) {
        CommandSpec root = CommandSpec.create().name(COMMAND).version(NAME + " " + GeneratorVersion.CURRENT);
        root.usageMessage().header("Invents a company and writes its cloud bill as FOCUS data.")
                .customSynopsis(COMMAND + " VERB [--OPTION VALUE]...")
                .description("", "Without a verb this is the service: http://127.0.0.1:8080/docs once it runs.",
                        "VERB --help explains a verb and all that it takes, with examples.", "")
                .commandListHeading("%nVerbs:%n").width(HELP_COLUMNS);
        root.addOption(help());
        root.addOption(OptionSpec.builder("-V", "--version").versionHelp(true)
                .description("Print the version and exit.").build());
        wanted.forEach(name -> root.addSubcommand(name, Objects.requireNonNull(verbs.get(name)).get().commandLine()));
        // What @FILE stands for is for the verbs to say: picocli would read the words of the file as arguments.
        CommandLine line = new CommandLine(root).setExpandAtFiles(false);
        line.setOut(new PrintWriter(console.text(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.messages(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(this::misused);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            throw failure;
        });
        return line;
    }

    /** With the engine, clock, chance and streams of this process. */
    public static CommandLineInterface ofProcess() {
        YearMonth lastClosedMonth = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
        Console console = Console.ofProcess();
        Thread.setDefaultUncaughtExceptionHandler(
                new MemoryEnd(console.messages(), Runtime.getRuntime().maxMemory()));
        return new CommandLineInterface(Exports.opener(),
                new Defaults(lastClosedMonth, () -> new SecureRandom().nextLong()), console);
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help").usageHelp(true).description("Print this help and exit.").build();
    }

    /**
     * Does what {@code arguments} say.
     *
     * @return the exit code: 0 done, 1 refused, 2 failed, 141 where whoever read the output has gone
     */
    public int run(String... arguments) {
        boolean known = arguments.length > 0 && verbs.containsKey(arguments[0]);
        if (arguments.length > 0 && !known && !arguments[0].startsWith("-")) {
            return noSuchVerb(arguments[0], COMMAND);
        }
        return commandLine(known ? List.of(arguments[0]) : verbs.keySet()).execute(arguments);
    }

    /** With {@code java -jar} the class path is the jar. */
    private static String jar(String classPath) {
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator) ? classPath : BUILT;
    }

    /** Verbs say themselves what is wrong with their options: this is what they never see. */
    private int misused(ParameterException misuse, String... arguments) {
        if (misuse instanceof UnmatchedArgumentException unmatched) {
            return noSuchVerb(unmatched.getUnmatched().get(0),
                    misuse.getCommandLine().getCommandSpec().qualifiedName());
        }
        console.messages().println(NAME + ": " + misuse.getMessage());
        return pointToHelp(misuse.getCommandLine().getCommandSpec().qualifiedName());
    }

    private int noSuchVerb(String word, String command) {
        List<String> known = List.copyOf(verbs.keySet());
        console.messages().println(NAME + ": " + Violation.echo(word) + ": There is no such verb; there is "
                + String.join(", ", known) + "."
                + Spelling.nearest(word, known).map(nearest -> " Nearest: " + nearest).orElse(""));
        return pointToHelp(command);
    }

    private int pointToHelp(String command) {
        console.messages().println("Try: " + command + " --help");
        return REFUSED;
    }
}
