package io.focusgen.sink.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.focusgen.sink.FileTarget;
import io.focusgen.sink.Sink;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;
import io.focusgen.sink.Sinks;
import io.focusgen.sink.Sources;
import io.focusgen.sink.StagedFile;
import io.focusgen.sink.StoredFile;
import io.focusgen.sink.Target;
import io.focusgen.stream.TestBlocks;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.S3Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
@WithTestResource(S3Resource.class)
class GuardedS3CallsTest {

    private static final FileTarget FILE = new FileTarget("job-1/a.csv", "text/csv");
    private static final byte[] BUSY = "HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] DENIED = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);

    @Inject
    Sinks sinks;

    S3Server server;

    FaultProxy proxy;

    private static <T> T of(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }

    private static StoredFile store(Sink sink, TestBlocks blocks) {
        StagedFile file = of(sink.open(FILE, null));
        of(file.write(blocks).collect().last());
        return of(file.commit());
    }

    @Test
    void theServiceWritesToItsBucketAndAsksABusyOneAgain() {
        assertThat(sinks.available()).containsExactly(Target.DISK, Target.S3);
        assertThat(sinks.standard()).isEqualTo(Target.S3);
        Sink sink = sinks.of(Target.S3);
        TestBlocks blocks = Sources.megabytes(20);
        proxy.answer("^PUT [^ ]*partNumber=2", BUSY, 2);

        assertThat(store(sink, blocks).sha256()).isEqualTo(Sources.sha256(blocks.bytes(20)));
        assertThat(server.objects()).containsExactly("exports/focus/job-1/a.csv");
        assertThat(server.uploads()).isEmpty();
        assertThat(proxy.requests("^PUT [^ ]*partNumber=2")).isEqualTo(3);
        assertThat(sink.link(FILE.name(), Duration.ofMinutes(1)).orElseThrow().getPath())
                .endsWith("/exports/focus/job-1/a.csv");

        of(sink.remove("job-1"));
        assertThat(server.objects()).isEmpty();
    }

    @Test
    void aDenialIsNotRepeated() {
        Sink sink = sinks.of(Target.S3);
        proxy.answer("^PUT [^ ]*partNumber=1", DENIED, 1000);
        int before = proxy.requests("^PUT [^ ]*partNumber=1");
        StagedFile file = of(sink.open(FILE, null));

        SinkException failure = catchThrowableOfType(SinkException.class,
                () -> of(file.write(Sources.megabytes(20)).collect().last()));
        assertThat(failure.kind()).isEqualTo(Kind.DENIED);
        assertThat(proxy.requests("^PUT [^ ]*partNumber=1")).isEqualTo(before + 1);
        proxy.forward();
        of(file.discard());
        assertThat(server.uploads()).isEmpty();
        assertThat(server.objects()).isEmpty();
    }
}
