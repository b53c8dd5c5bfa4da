package io.focusgen.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSplitterTest {

    private static final String GET = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String PUT = "PUT /b HTTP/1.1\r\nContent-Length: 11\r\n\r\nGET /no\r\n\r\n";
    private static final String POST = "POST /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\nhello\r\nA\r\n"
            + "0123456789\r\n0\r\nDigest: y\r\n\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void findsEachRequestWhateverTheStretches(int stretch) throws IOException {
        Notes notes = new Notes();
        feed(notes, GET + PUT + POST + GET, stretch);

        assertThat(notes.heads).extracting(head -> head.substring(0, head.indexOf(" HTTP")))
                .containsExactly("GET /a", "PUT /b", "POST /c", "GET /a");
        assertThat(notes.requests).containsExactly(GET, PUT, POST, GET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*1\r\n$4\r\nPING\r\n", "\u0016\u0003\u0001GET / HTTP/1.1\r\n\r\n"})
    void passesOtherProtocolsOn(String text) throws IOException {
        Notes notes = new Notes();
        feed(notes, text, 3);

        assertThat(notes.heads).isEmpty();
        assertThat(notes.current).hasToString(text);
    }

    private static void feed(Notes notes, String text, int stretch) throws IOException {
        RequestSplitter splitter = new RequestSplitter(notes);
        byte[] all = text.getBytes(ISO_8859_1);
        for (int at = 0; at < all.length; at += stretch) {
            byte[] part = Arrays.copyOfRange(all, at, Math.min(all.length, at + stretch));
            splitter.feed(part, part.length);
        }
    }

    private static final class Notes implements RequestSplitter.Listener {
        final List<String> heads = new ArrayList<>();
        final List<String> requests = new ArrayList<>();
        final StringBuilder current = new StringBuilder();

        @Override
        public void head(String head) {
            heads.add(head);
        }

        @Override
        public void part(byte[] bytes, int offset, int length, boolean last) {
            current.append(new String(bytes, offset, length, ISO_8859_1));
            if (last) {
                requests.add(current.toString());
                current.setLength(0);
            }
        }
    }
}
