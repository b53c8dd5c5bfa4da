package io.focusgen.load;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tools for load that may be installed, the one that is wanted most first. */
enum LoadTool {
    WRK {
        @Override
        List<String> command(int clients, double seconds, String url) {
            return List.of("wrk", "--threads", "1", "--connections", Integer.toString(clients), "--duration",
                    whole(seconds) + "s", "--timeout", "10s", "--latency", url);
        }

        @Override
        Answers read(String output) {
            Matcher sum = find(output, "([0-9]+) requests in ([0-9.]+)([a-z]+),");
            long errors = 0;
            Matcher sockets = Pattern.compile("Socket errors: connect ([0-9]+), read ([0-9]+), write ([0-9]+), timeout"
                    + " ([0-9]+)").matcher(output);
            if (sockets.find()) {
                for (int i = 1; i <= sockets.groupCount(); i++) {
                    errors += Long.parseLong(sockets.group(i));
                }
            }
            Matcher statuses = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)").matcher(output);
            long refused = statuses.find() ? Long.parseLong(statuses.group(1)) : 0;
            Matcher longest = find(output, "Latency +[0-9.]+[a-z]+ +[0-9.]+[a-z]+ +([0-9.]+)([a-z]+)");
            Matcher median = find(output, "(?m)^ *50% +([0-9.]+)([a-z]+)");
            Matcher within99 = find(output, "(?m)^ *99% +([0-9.]+)([a-z]+)");
            return new Answers("wrk", Long.parseLong(sum.group(1)) - refused, errors + refused,
                    millis(sum.group(2), sum.group(3)) / 1000, millis(median.group(1), median.group(2)),
                    millis(within99.group(1), within99.group(2)), millis(longest.group(1), longest.group(2)));
        }
    },
    HEY {
        @Override
        List<String> command(int clients, double seconds, String url) {
            return List.of("hey", "-z", whole(seconds) + "s", "-c", Integer.toString(clients), "-t", "10", url);
        }

        @Override
        Answers read(String output) {
            long whole = 0;
            long errors = 0;
            Matcher statuses = Pattern.compile("\\[([0-9]{3})]\\s+([0-9]+) responses").matcher(output);
            while (statuses.find()) {
                long count = Long.parseLong(statuses.group(2));
                whole += statuses.group(1).equals("200") ? count : 0;
                errors += statuses.group(1).equals("200") ? 0 : count;
            }
            int failures = output.indexOf("Error distribution:");
            if (failures >= 0) {
                Matcher each = Pattern.compile("(?m)^\\s+\\[([0-9]+)]").matcher(output.substring(failures));
                while (each.find()) {
                    errors += Long.parseLong(each.group(1));
                }
            }
            return new Answers("hey", whole, errors, seconds(output, "Total:\\s+([0-9.]+) secs"),
                    1000 * seconds(output, "50%+ in ([0-9.]+) secs"), 1000 * seconds(output, "99%+ in ([0-9.]+) secs"),
                    1000 * seconds(output, "Slowest:\\s+([0-9.]+) secs"));
        }

        private double seconds(String output, String pattern) {
            return Double.parseDouble(find(output, pattern).group(1));
        }
    };

    /** How much longer than asked for it may take. */
    private static final long MORE_SECONDS = 30;

    /** What to type. @param seconds that it asks, whole ones */
    abstract List<String> command(int clients, double seconds, String url);

    /**
     * What it printed.
     *
     * @throws IllegalArgumentException where that is not what the tool prints
     */
    abstract Answers read(String output);

    /** The first of them that is on the path of this process. */
    static Optional<LoadTool> installed() {
        List<Path> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)).map(Path::of).toList();
        return Stream.of(values()).filter(tool -> folders.stream()
                .anyMatch(folder -> Files.isExecutable(folder.resolve(tool.toString())))).findFirst();
    }

    /** Asks. @throws IOException where it fails, or prints what cannot be read */
    Answers ask(int clients, double seconds, String url) throws IOException, InterruptedException {
        List<String> command = command(clients, seconds, url);
        Path output = Files.createTempFile("load", ".txt");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                    .start();
            try {
                boolean ended = process.waitFor((long) seconds + MORE_SECONDS, TimeUnit.SECONDS);
                String printed = Files.readString(output, StandardCharsets.UTF_8);
                if (!ended || process.exitValue() != 0) {
                    throw new IOException(String.join(" ", command) + (ended ? " failed:\n" : " has no end:\n")
                            + printed);
                }
                return read(printed);
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(output);
        }
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String whole(double seconds) {
        return Long.toString(Math.max(1, Math.round(seconds)));
    }

    private static Matcher find(String output, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no \"" + pattern + "\" in:\n" + output);
        }
        return matcher;
    }

    private static double millis(String number, String unit) {
        double value = Double.parseDouble(number);
        return switch (unit) {
            case "us" -> value / 1000;
            case "ms" -> value;
            case "s" -> value * 1000;
            case "m" -> value * 60_000;
            case "h" -> value * 3_600_000;
            default -> throw new IllegalArgumentException("what is " + number + unit + "?");
        };
    }
}
