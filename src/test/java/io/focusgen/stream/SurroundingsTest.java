package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.testing.Bytes;
import io.focusgen.testing.Digests;
import io.focusgen.testing.OtherJava;

/** Neither locale nor time zone nor the release of Java changes a byte; each is tried in a Java of its own. */
class SurroundingsTest {

    @ParameterizedTest
    @CsvSource({"tr, TR, u-nu-latn, Asia/Kathmandu, tr-TR-u-nu-latn Asia/Kathmandu U+31",
            "ar, EG, u-nu-arab, America/St_Johns, ar-EG-u-nu-arab America/St_Johns U+661",
            "hi, IN, u-nu-deva, Pacific/Kiritimati, hi-IN-u-nu-deva Pacific/Kiritimati U+967"})
    void localeAndTimeZoneDoNotChangeTheBytes(String language, String country, String extensions, String zone,
            String surroundings) throws IOException, InterruptedException {
        List<String> printed = OtherJava.digests(OtherJava.ours(), "-Duser.language=" + language,
                "-Duser.country=" + country, "-Duser.extensions=" + extensions, "-Duser.timezone=" + zone,
                "-Dfile.encoding=UTF-16");

        assertThat(printed.get(0)).endsWith(surroundings);
        assertThat(printed.subList(1, printed.size())).isEqualTo(ours());
    }

    @Test
    @Tag("other-jdk")
    void anotherJdkWritesTheSameBytes() throws IOException, InterruptedException {
        String home = Objects.requireNonNull(System.getenv("FOCUSGEN_OTHER_JDK"),
                "FOCUSGEN_OTHER_JDK must name the home of another JDK");
        List<String> printed = OtherJava.digests(Path.of(home));

        assertThat(printed.get(0)).doesNotStartWith("Java " + Runtime.version().feature() + " ");
        assertThat(printed.subList(1, printed.size())).isEqualTo(ours());
    }

    private static List<String> ours() {
        return Digests.requests().stream().map(request -> Bytes.of(request).digest() + " " + request).toList();
    }
}
