package io.focusgen.sink.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;
import io.focusgen.sink.Sources;
import io.focusgen.sink.StagedFile;
import io.focusgen.stream.TestBlocks;
import io.focusgen.testing.FaultProxy.Direction;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** Whatever breaks, either the file is there, whole, or nothing is. */
class S3FaultsTest extends S3UnderTest {

    private static final int PARTS = 4;

    /** The first attempt and six more. */
    private static final int ATTEMPTS = 7;

    private static final String COMPLETE = "^POST [^ ]*uploadId=";

    private static byte[] error(int status, String code) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                + "</Code><Message>As the test wants it.</Message><RequestId>1</RequestId></Error>";
        return ("HTTP/1.1 " + status + " As It Is\r\nContent-Type: application/xml\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body).getBytes(ISO_8859_1);
    }

    @Test
    void aBusyBucketIsAskedAgain() {
        proxy.answer("^PUT [^ ]*partNumber=2", error(503, "SlowDown"), 2);

        assertStored(store(blocks));
        assertThat(requests("PUT", "partNumber=")).isEqualTo(PARTS + 2);
        assertThat(requests("POST", "uploads")).isEqualTo(1);
        // The two attempts after the first one made the nine blocks again.
        assertThat(blocks.begun).hasValue(BLOCKS + 2 * 9);
    }

    @Test
    void aBucketThatStaysBusyFailsTheFile() {
        proxy.answer("^PUT [^ ]*partNumber=1", error(503, "SlowDown"), 1000);

        SinkException failure = failAndDiscard();
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessage("job-1/data/a.csv could not be sent: the bucket does not answer. Try again later.");
        assertThat(requests("PUT", "partNumber=1&")).isEqualTo(ATTEMPTS);
        assertNothingLeft();
    }

    @Test
    void aResetInTheMiddleOfAPartIsMadeGood() {
        proxy.resetAfter(Direction.TO_SERVER, 12_000_000);

        assertStored(store(blocks));
        assertThat(requests("PUT", "partNumber=")).isGreaterThan(PARTS);
    }

    @Test
    void aDenialIsNotRepeated() {
        proxy.answer("^PUT [^ ]*partNumber=1", error(403, "AccessDenied"), 1000);

        assertThat(failAndDiscard().kind()).isEqualTo(Kind.DENIED);
        assertThat(requests("PUT", "partNumber=1&")).isEqualTo(1);
        assertNothingLeft();
    }

    @Test
    void theBucketOfSomebodyElseIsSaid() {
        proxy.answer("^POST [^ ]*uploads", error(403, "AccessDenied"), 1);

        assertThat(failAndDiscard().kind()).isEqualTo(Kind.DENIED);
        assertThat(requests("PUT", "partNumber=")).isZero();
        assertNothingLeft();
    }

    @Test
    void aByteThatChangedOnItsWayIsRefusedAndSentAgain() {
        proxy.corrupt(Direction.TO_SERVER, 5_000_000);

        assertStored(store(blocks));
        assertThat(requests("PUT", "partNumber=")).isEqualTo(PARTS + 1);
    }

    @Test
    void anErrorWithinAnAnswerOf200IsAFailureThatMayPass() {
        proxy.answer(COMPLETE, error(200, "InternalError"), 1);

        assertStored(store(blocks));
        assertThat(requests("POST", "uploadId=")).isEqualTo(2);
    }

    @Test
    void anErrorWithinEveryAnswerOf200FailsTheFile() {
        proxy.answer(COMPLETE, error(200, "InternalError"), 1000);

        assertThat(failAndDiscard().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(requests("POST", "uploadId=")).isEqualTo(ATTEMPTS);
        assertNothingLeft();
    }

    @Test
    void anAnswerThatIsLostLosesNothing() {
        proxy.dropAnswer(COMPLETE, 1);

        assertStored(store(blocks));
        assertThat(requests("POST", "uploadId=")).isEqualTo(2);
        assertThat(requests("HEAD", "")).isEqualTo(1);
    }

    @Test
    void aServerThatRestartsIsWaitedFor() {
        StagedFile file = of(sink.open(FILE, null));
        AssertSubscriber<Checkpoint> reader = file.write(blocks).subscribe().withSubscriber(AssertSubscriber.create(1));
        reader.awaitNextItem(Duration.ofSeconds(30));
        server.stop();
        reader.request(Long.MAX_VALUE);
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        server.start();
        reader.awaitCompletion(Duration.ofSeconds(30));

        assertStored(of(file.commit()));
    }

    @Test
    void whoeverCancelsLeavesNothing() {
        StagedFile file = of(sink.open(FILE, null));
        AssertSubscriber<Checkpoint> reader = file.write(blocks).subscribe().withSubscriber(AssertSubscriber.create(1));
        reader.awaitNextItem(Duration.ofSeconds(30));
        reader.cancel();
        await().atMost(Duration.ofSeconds(1)).until(() -> blocks.running.get() == 0);
        of(file.discard());

        assertNothingLeft();
    }

    @Test
    void aSmallFileIsSentAgain() {
        proxy.answer("^PUT /", error(503, "SlowDown"), 2);
        TestBlocks three = Sources.megabytes(3);

        assertThat(store(three).bytes()).isEqualTo(3_000_000);
        assertThat(server.bytes(FILE.name())).isEqualTo(three.bytes(3));
        assertThat(requests("PUT", "")).isEqualTo(3);
        assertThat(requests("POST", "")).isZero();
        of(sink.remove("job-1"));
        assertNothingLeft();
    }
}
