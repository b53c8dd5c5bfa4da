package io.focusgen.encode.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.github.luben.zstd.Zstd;

class ZstdCompressorTest {

    private final Compressor zstd = Compression.ZSTD.compressor();

    @Test
    void aFrameSaysHowLongItsContentIs() {
        byte[] frame = SmallChunks.compress(zstd, Samples.lines(123_456, 1));

        assertThat(Zstd.getFrameContentSize(frame)).isEqualTo(123_456);
    }

    @Test
    void aReaderNoticesADamagedFrame() {
        byte[] frame = SmallChunks.compress(zstd, Samples.lines(123_456, 1));
        // The last four bytes are the checksum.
        frame[frame.length - 1] ^= 1;

        assertThatThrownBy(() -> SmallChunks.read(Compression.ZSTD, frame)).hasMessageContaining("checksum");
    }

    @Test
    void whereTheLibraryCannotBeUnpackedTheReasonAndTheWayOutAreSaid(@TempDir Path folder) throws Exception {
        String said = alone("-DZstdTempFolder=" + folder.resolve("missing"));

        assertThat(said).contains("-DZstdTempFolder=<folder>").contains("libzstd-jni");
    }

    @Test
    void whereItCanBeNothingIsSaid(@TempDir Path folder) throws Exception {
        assertThat(alone("-DZstdTempFolder=" + folder)).isEqualTo("loaded");
    }

    /** What a Java of its own says about the compressor. */
    private static String alone(String option) throws IOException, InterruptedException {
        String places = Stream.of(ZstdCompressorTest.class, Compression.class, Zstd.class)
                .map(ZstdCompressorTest::placeOf).collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option,
                "-cp", places, Loading.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a compressor. */
    static final class Loading {

        private Loading() {
        }

        public static void main(String... arguments) {
            try {
                Compression.ZSTD.compressor();
                System.out.print("loaded");
            } catch (IllegalStateException refused) {
                System.out.print(refused.getMessage());
            }
        }
    }
}
