package io.focusgen.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets Jazzer look for inputs that break a target, led by the code that they reach, each target in a process of its own. What
 * it learns is kept in {@code target/fuzz} for the next run. A line of what it finds belongs into the corpus of the target.
 */
public final class Fuzz {

    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final int SECONDS = 60;

    /** Of one input; the first one loads and instruments most classes. */
    private static final int MOST_SECONDS_OF_ONE = 30;
    private static final int MOST_MEBIBYTES = 1024;

    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units: ([0-9]+)");
    private static final Pattern COVERAGE = Pattern.compile(" cov: ([0-9]+) ");

    /** How a run of a target went. */
    private record Result(FuzzTarget target, long executions, long coverage, List<Path> findings, int exit, Path log) {

        boolean clean() {
            return exit == 0 && findings.isEmpty();
        }

        String line() {
            return String.format(Locale.ROOT, "%-14s %12d %9d %9d  %s", target.label(), executions, coverage,
                    findings.size(), clean() ? "" : "exit " + exit + ", " + log);
        }
    }

    private Fuzz() {
    }

    /**
     * Exits with 1 where anything was found, with 2 where the arguments are wrong.
     *
     * @param arguments seconds for each target, then which of them; all where none is named
     */
    public static void main(String... arguments) throws Exception {
        int seconds = SECONDS;
        List<FuzzTarget> targets = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.matches("[1-9][0-9]{0,5}")) {
                seconds = Integer.parseInt(argument);
            } else {
                targets.add(named(argument));
            }
        }
        System.out.printf("%-14s %12s %9s %9s%n", "target", "executions", "coverage", "findings");
        boolean clean = run(targets.isEmpty() ? List.of(FuzzTarget.values()) : targets, seconds);
        System.exit(clean ? 0 : 1);
    }

    /** As many at once as there are cores; told in the order in which they were given. */
    private static boolean run(List<FuzzTarget> targets, int seconds) throws Exception {
        ExecutorService cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Result>> results = new ArrayList<>();
            targets.forEach(target -> results.add(cores.submit(() -> run(target, seconds))));
            boolean clean = true;
            for (Future<Result> future : results) {
                Result result = future.get();
                System.out.println(result.line());
                for (Path finding : result.findings) {
                    System.out.println("    " + Corpus.line(Files.readAllBytes(finding)));
                }
                clean &= result.clean();
            }
            return clean;
        } finally {
            cores.shutdownNow();
        }
    }

    private static FuzzTarget named(String label) {
        for (FuzzTarget target : FuzzTarget.values()) {
            if (target.label().equals(label)) {
                return target;
            }
        }
        System.err.println("Arguments: seconds for each target, and any of "
                + Arrays.stream(FuzzTarget.values()).map(FuzzTarget::label).toList());
        System.exit(2);
        throw new IllegalStateException("unreachable");
    }

    private static Result run(FuzzTarget target, int seconds) throws IOException, InterruptedException {
        Path folder = FOLDER.resolve(target.label()).toAbsolutePath();
        Path learnt = Files.createDirectories(folder.resolve("learnt"));
        Path begin = Files.createDirectories(folder.resolve("corpus"));
        Path findings = folder.resolve("findings");
        if (Files.isDirectory(findings)) {
            for (Path old : list(findings)) {
                Files.delete(old);
            }
        }
        Files.createDirectories(findings);
        int number = 0;
        for (byte[] input : Corpus.of(target)) {
            Files.write(begin.resolve(Integer.toString(number++)), input);
        }
        Path log = folder.resolve("jazzer.log");
        Process jazzer = new ProcessBuilder(command(target, seconds, learnt, begin, findings))
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Thread end = new Thread(jazzer::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        if (!jazzer.waitFor(seconds + 120L, TimeUnit.SECONDS)) {
            jazzer.destroyForcibly().waitFor();
        }
        Runtime.getRuntime().removeShutdownHook(end);
        String text = Files.readString(log, StandardCharsets.UTF_8);
        return new Result(target, last(EXECUTIONS, text), last(COVERAGE, text), list(findings), jazzer.exitValue(),
                log);
    }

    private static List<String> command(FuzzTarget target, int seconds, Path learnt, Path begin, Path findings) {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(path -> Path.of(path).toAbsolutePath().toString()).reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m",
                "-XX:+EnableDynamicAgentLoading", "-cp", classPath, "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(), "--instrumentation_includes=io.focusgen.**",
                "--custom_hook_includes=io.focusgen.**", "--reproducer_path=" + findings.getParent(),
                "-max_total_time=" + seconds, "-timeout=" + MOST_SECONDS_OF_ONE,
                // The first input is slow where the machine is busy: that alone is no finding.
                "-report_slow_units=" + MOST_SECONDS_OF_ONE,
                "-rss_limit_mb=" + 4 * MOST_MEBIBYTES, "-max_len=16384", "-print_final_stats=1",
                "-artifact_prefix=" + findings + "/", learnt.toString(), begin.toString());
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static long last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        long last = 0;
        while (matcher.find()) {
            last = Long.parseLong(matcher.group(1));
        }
        return last;
    }
}
