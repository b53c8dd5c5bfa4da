package io.focusgen.sink.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;

class S3UnavailableTest {

    private static boolean unreachable(Throwable cause) {
        return new S3Unavailable("PutObject: no answer", new IOException("not sent", cause)).isUnreachable();
    }

    @Test
    void onlyWithoutAConnectionNothingCanHaveArrived() {
        assertThat(unreachable(new UnknownHostException("storage.invalid"))).isTrue();
        assertThat(unreachable(new ConnectException("Connection refused"))).isTrue();
        assertThat(unreachable(new IOException("Connection reset by peer"))).isFalse();
    }
}
