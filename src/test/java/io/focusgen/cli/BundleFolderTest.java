package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleReader;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.StoredFile;
import io.focusgen.spec.Defaults;
import io.focusgen.stream.Exports;
import io.focusgen.testing.S3Server;
import software.amazon.awssdk.core.async.AsyncRequestBody;

/** A bundle as files, on disk and in a real S3 server. */
class BundleFolderTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 77);

    private static final List<String> REQUEST = List.of("bundle", "--provider", "aws,gcp", "--rows", "3000",
            "--months", "2", "--layout", "hive", "--format", "ndjson");

    private static S3Server server;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        server = new S3Server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Console console() {
        PrintStream said = new PrintStream(messages, true, StandardCharsets.UTF_8);
        return new Console(Channels.newChannel(messages), said, said, false);
    }

    private int run(String out) {
        return new CommandLineInterface(Exports.opener(), DEFAULTS, console())
                .run(Stream.concat(REQUEST.stream(), Stream.of("--out", out)).toArray(String[]::new));
    }

    private String messages() {
        return messages.toString(StandardCharsets.UTF_8);
    }

    private static Bundle bundle() {
        return Bundle.of(BundleReader.read(Map.of("provider", List.of("aws,gcp"), "rows", List.of("3000"), "months",
                List.of("2"), "layout", List.of("hive"), "format", List.of("ndjson")), DEFAULTS));
    }

    /** The entries of the same bundle as a zip file, by name, in their order. */
    private Map<String, String> entries() throws IOException {
        Path zip = folder.resolve("bundle.zip");
        assertThat(run(zip.toString())).isZero();
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream content = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                entries.put(entry.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(entries.keySet()).hasSize(12).last().isEqualTo("manifest.json");
        return entries;
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void theFilesAreTheEntriesOfTheZipFile() throws IOException {
        Map<String, String> entries = entries();
        String zipSaid = messages();
        messages.reset();

        assertThat(run(folder.resolve("lake/bills") + "/")).isZero();

        assertThat(files(folder.resolve("lake/bills"))).containsExactlyInAnyOrderEntriesOf(entries);
        long bytes = entries.values().stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
        assertThat(messages()).startsWith("focus-generator: 12 files, 12000 rows, " + bytes + " bytes in ")
                .endsWith("B/s; seed 1, month 2026-03\n").hasLineCount(1);
        assertThat(zipSaid).startsWith("focus-generator: 12 files, 12000 rows, ")
                .endsWith("B/s; seed 1, month 2026-03\n").hasLineCount(1);
    }

    @Test
    void aFolderThatIsThereNeedsNoSlashAndFilesOfTheSameNameAreReplaced() throws IOException {
        Map<String, String> entries = entries();
        Path lake = Files.createDirectory(folder.resolve("lake"));
        Files.writeString(lake.resolve("price-list.csv"), "old");
        Files.writeString(lake.resolve("other.txt"), "other");
        Path link = Files.createSymbolicLink(folder.resolve("link"), lake);

        assertThat(run(link.toString())).isZero();

        entries.put("other.txt", "other");
        assertThat(files(lake)).containsExactlyInAnyOrderEntriesOf(entries);
    }

    @Test
    void aFailureLeavesWhatIsWholeAndNoManifest() throws IOException {
        Map<String, String> entries = entries();
        messages.reset();
        Path lake = folder.resolve("lake");
        Files.createDirectories(lake.resolve("price-list.csv/in-the-way"));
        Files.writeString(lake.resolve("manifest.json"), "of an earlier bundle");

        assertThat(run(lake.toString())).isEqualTo(2);

        entries.keySet().removeIf(name -> !name.startsWith("cost-and-usage/billing_period="));
        assertThat(files(lake)).hasSize(4).containsExactlyInAnyOrderEntriesOf(entries);
        assertThat(messages()).startsWith("focus-generator: cannot write " + lake + ": ").hasLineCount(1);
    }

    @Test
    void whatIsNoFolderIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file");

        assertThat(run(file + "/")).isEqualTo(2);
        assertThat(messages()).isEqualTo("focus-generator: cannot write " + file
                + "/: there is a file of that name, which is no folder\n");
        messages.reset();
        assertThat(run("s3://bills//")).isEqualTo(1);
        assertThat(run("s3://bills/.hidden/")).isEqualTo(1);
        assertThat(run("http://bills/")).isEqualTo(1);
        assertThat(messages()).hasLineCount(3).contains("--out s3://bills//: Must be s3://bucket/prefix/: ",
                "--out http://bills/: Must be the name of a folder");
        assertThat(file).hasContent("a file");
    }

    @Test
    void aBucketGetsTheSameFiles() throws IOException {
        Map<String, String> entries = entries();
        server.client().putObject(request -> request.bucket(S3Server.BUCKET).key("lake/a=1/manifest.json"),
                AsyncRequestBody.fromString("of an earlier bundle")).join();

        BundleFolder.Written written = BundleFolder.write(bundle(), "s3://" + S3Server.BUCKET + "/lake/a=1/",
                S3Server.environment(server.port()), console());

        assertThat(written.files()).isEqualTo(12);
        assertThat(written.rows()).isEqualTo(12000);
        assertThat(server.objects().stream().filter(key -> key.startsWith("lake/a=1/")))
                .containsExactlyInAnyOrderElementsOf(
                        entries.keySet().stream().map(name -> "lake/a=1/" + name).toList());
        assertThat(entries).allSatisfy((name, text) -> assertThat(
                new String(server.bytes("lake/a=1/" + name), StandardCharsets.UTF_8)).isEqualTo(text));
    }

    @Test
    void theManifestOfAnEarlierBundleIsGoneFromTheBucketBeforeAnythingIsWritten() throws IOException {
        Map<String, String> environment = S3Server.environment(server.port());
        String address = "s3://" + S3Server.BUCKET + "/";
        try (Folder bucket = Folder.of(address, environment)) {
            StoredFile stored = bucket.write(new FileTarget("manifest.json", "application/json"),
                    new DocumentBlock("{}"), (blocks, bytes) -> {
                    });
            assertThat(stored.name()).isEqualTo("manifest.json");
            assertThat(server.objects()).contains("manifest.json");

            bucket.remove("manifest.json");

            assertThat(server.objects()).doesNotContain("manifest.json");
            bucket.remove("manifest.json");
        }
    }

    @Test
    void theProgressIsThatOfAllFiles() throws IOException {
        List<Long> rows = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        BundleFolder.Written written;
        try (Folder lake = Folder.of(folder.resolve("lake") + "/", Map.of())) {
            written = BundleFolder.write(bundle(), lake, (done, sent) -> {
                rows.add(done);
                bytes.add(sent);
            });
        }

        assertThat(rows).isSorted().contains(3000L, 6000L, 9000L).last().isEqualTo(12000L);
        assertThat(bytes).isSorted().last().isEqualTo(written.bytes());
    }

    private static IOException unreachable(Map<String, String> environment) {
        long start = System.nanoTime();
        IOException[] thrown = new IOException[1];
        assertThatThrownBy(() -> new S3Object("s3://lake/z.csv", "text/csv", environment)
                .write(new DocumentBlock("text"), (blocks, bytes) -> {
                })).isInstanceOfSatisfying(IOException.class, failed -> thrown[0] = failed);
        assertThat(System.nanoTime() - start)
                .as(thrown[0].getMessage() + " because of " + thrown[0].getCause().getCause())
                .isLessThan(20_000_000_000L);
        return thrown[0];
    }

    @Test
    void aBucketThatCannotBeReachedIsGivenUpSoon() {
        Map<String, String> environment = new TreeMap<>(S3Server.environment(1));
        assertThat(unreachable(environment)).message()
                .startsWith("bucket lake at http://127.0.0.1:1 cannot be reached: ").contains("refused");
    }
}
