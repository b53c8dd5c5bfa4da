package io.focusgen.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.Main;
import io.focusgen.spec.Defaults;
import io.focusgen.stream.Exports;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.FaultProxy.Direction;
import io.focusgen.testing.JavaProcess;
import io.focusgen.testing.S3Server;

/** The command line as a process, and a real S3 server. */
class S3ObjectTest {

    private static final int SECONDS = 120;

    private static final byte[] BUSY = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);

    /** Where a process works for seconds, the compiler for that is worth its time. */
    private static final String ALL_COMPILERS = "-XX:TieredStopAtLevel=4";

    private static S3Server server;

    @TempDir
    Path folder;

    private final List<String> options = new ArrayList<>(List.of("-Xmx1g"));

    @BeforeAll
    static void start() {
        server = new S3Server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nothingIsOpen() {
        assertThat(server.uploads()).isEmpty();
    }

    private Process begin(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = JavaProcess.command(Main.class, options.toArray(String[]::new));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(folder.resolve("data").toFile()).redirectError(folder.resolve("messages").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("S3_"));
        // Where there are no credentials, the SDK looks for some in the user's files and on the network.
        builder.environment().putAll(Map.of("AWS_EC2_METADATA_DISABLED", "true", "AWS_SHARED_CREDENTIALS_FILE",
                folder.resolve("none").toString(), "AWS_CONFIG_FILE", folder.resolve("none").toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private int run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Process process = begin(environment, arguments);
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** In this process, which nothing of S3 is set for, and with what it says in the same place. */
    private int runHere(List<String> arguments) throws IOException {
        try (PrintStream said = new PrintStream(folder.resolve("messages").toFile(), StandardCharsets.UTF_8)) {
            Console console = new Console(Channels.newChannel(OutputStream.nullOutputStream()), said, said, false);
            return new CommandLineInterface(Exports.opener(),
                    new Defaults(YearMonth.now(ZoneOffset.UTC).minusMonths(1), () -> 77), console)
                    .run(arguments.toArray(String[]::new));
        }
    }

    private static Map<String, String> environment() {
        return S3Server.environment(server.port());
    }

    private static String address(String key) {
        return "s3://" + S3Server.BUCKET + "/" + key;
    }

    private String messages() throws IOException {
        return Files.readString(folder.resolve("messages"));
    }

    @ParameterizedTest
    @CsvSource({"generate cost-and-usage --rows 15000 --granularity hourly, big.csv",
            "generate cost-and-usage --rows 3000, part.parquet",
            "generate cost-and-usage --rows 100, a/b=1/small.csv.gz",
            "price-list --provider gcp, prices.csv", "truth ownership --rows 3000, owners.json",
            "preview --rows 100 --limit 2, preview.json", "catalog, catalog.json",
            "'bundle --rows 300 --provider aws,gcp', small.zip", "bundle --rows 3000 --format parquet, parquet.zip"})
    void anObjectHasTheBytesOfAFile(String verb, String key) throws IOException, InterruptedException {
        Path file = folder.resolve(Path.of(key).getFileName());
        List<String> arguments = new ArrayList<>(List.of(verb.split(" ")));
        arguments.addAll(List.of("--out", file.toString()));
        assertThat(runHere(arguments)).as(messages()).isZero();
        String said = messages();

        arguments.set(arguments.size() - 1, address(key));
        assertThat(run(environment(), arguments.toArray(String[]::new))).as(messages()).isZero();

        Path object = Files.write(folder.resolve("object"), server.bytes(key));
        assertThat(object).hasSameBinaryContentAs(file);
        assertThat(messages().replaceAll("in .*?B/s", "")).isEqualTo(said.replaceAll("in .*?B/s", ""));
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws IOException, InterruptedException {
        Map<String, String> right = new TreeMap<>(environment());
        assertThat(run(right, "catalog", "--out", "s3://no-such-bucket/x.json")).isEqualTo(2);
        assertThat(messages()).isEqualTo(
                "focus-generator: cannot write s3://no-such-bucket/x.json: there is no such bucket\n");

        Map<String, String> wrong = new TreeMap<>(right);
        wrong.put("AWS_SECRET_ACCESS_KEY", "another");
        assertThat(run(wrong, "catalog", "--out", address("x.json"))).isEqualTo(2);
        assertThat(messages()).isEqualTo("focus-generator: cannot write " + address("x.json")
                + ": AWS_SECRET_ACCESS_KEY is not the one of AWS_ACCESS_KEY_ID\n").doesNotContain("another");

        assertThat(run(Map.of("S3_ENDPOINT", right.get("S3_ENDPOINT")), "catalog", "--out", address("x.json")))
                .isEqualTo(2);
        assertThat(messages()).isEqualTo("focus-generator: cannot write " + address("x.json")
                + ": there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n");

        wrong.put("AWS_SECRET_ACCESS_KEY", "");
        assertThat(run(wrong, "catalog", "--out", address("x.json"))).isEqualTo(2);
        assertThat(messages()).hasLineCount(1).contains("must be set together");

        assertThat(runHere(List.of("catalog", "--out", "s3://Bills/x.json"))).isEqualTo(1);
        assertThat(messages()).hasLineCount(1).contains("--out s3://Bills/x.json: Must be s3://bucket/key: ");
        assertThat(runHere(List.of("bundle", "--rows", "300", "--out", address("x.csv")))).isEqualTo(1);
        assertThat(messages()).hasLineCount(1).contains("Must end in .zip.").endsWith("Nearest: " + address("x.zip\n"));
        assertThat(server.objects()).doesNotContain("x.json", "x.csv");
    }

    @Test
    void aHeapThatIsTooSmallIsSaidBeforeAnythingIsSent() throws IOException, InterruptedException {
        options.add("-Xmx48m");
        assertThat(run(environment(), "generate", "cost-and-usage", "--rows", "60000", "--out", address("large.csv")))
                .isEqualTo(2);
        assertThat(messages()).hasLineCount(1).startsWith("focus-generator: cannot write " + address("large.csv")
                + ": the heap of the JVM is 4").contains(" MiB, and an upload needs ", "-Xmx");
        assertThat(server.objects()).doesNotContain("large.csv");
    }

    /** Also while a part is made a second and a third time, because the server was busy. */
    @Test
    void theLeastHeapThatItAsksForIsEnough() throws IOException, InterruptedException {
        String least = "-Xmx" + (56 + 8 * (Runtime.getRuntime().availableProcessors() + 2)) + "m";
        List<String> arguments = new ArrayList<>(List.of("generate", "cost-and-usage", "--rows", "60000", "--out",
                folder.resolve("least.csv").toString()));
        assertThat(runHere(arguments)).as(messages()).isZero();

        options.add(least);
        arguments.set(arguments.size() - 1, address("least.csv"));
        try (FaultProxy proxy = new FaultProxy(server.port())) {
            proxy.answer("^PUT [^ ]*partNumber=2&", BUSY, 2);
            assertThat(run(S3Server.environment(proxy.port()), arguments.toArray(String[]::new))).as(messages())
                    .isZero();
        }
        assertThat(Files.write(folder.resolve("object"), server.bytes("least.csv")))
                .hasSameBinaryContentAs(folder.resolve("least.csv"));
    }

    @ParameterizedTest
    @Tag("long")
    @CsvSource({"csv, 70000, 4000000", "parquet, 150000, 7000000"})
    void aBundleIsWholeWherePartsOfItAreSentAgain(String format, String rows, long reset)
            throws IOException, InterruptedException {
        String key = format + ".zip";
        Path file = folder.resolve(key);
        List<String> arguments = new ArrayList<>(List.of("bundle", "--provider", "aws,gcp", "--months", "3", "--rows",
                rows, "--format", format, "--out", file.toString()));
        assertThat(runHere(arguments)).as(messages()).isZero();

        options.add(ALL_COMPILERS);
        arguments.set(arguments.size() - 1, address(key));
        try (FaultProxy proxy = new FaultProxy(server.port())) {
            proxy.resetAfter(Direction.TO_SERVER, reset);
            proxy.answer("^PUT [^ ]*partNumber=2&", BUSY, 1);
            assertThat(run(S3Server.environment(proxy.port()), arguments.toArray(String[]::new))).as(messages())
                    .isZero();
            assertThat(proxy.requests("^PUT [^ ]*partNumber=1&")).isGreaterThan(1);
            assertThat(proxy.requests("^PUT [^ ]*partNumber=2&")).isGreaterThan(1);
        }
        assertThat(Files.write(folder.resolve("object"), server.bytes(key))).hasSameBinaryContentAs(file);
    }

    @Test
    void anInterruptLeavesNothingBehind() throws IOException, InterruptedException {
        Process process = begin(environment(), "generate", "cost-and-usage", "--rows", "1e9", "--out",
                address("endless.csv"));
        try {
            await().atMost(SECONDS, TimeUnit.SECONDS).until(() -> !server.uploads().isEmpty());

            process.destroy();

            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(server.uploads()).isEmpty();
            assertThat(server.objects()).doesNotContain("endless.csv");
        } finally {
            process.destroyForcibly();
        }
    }
}
