package io.focusgen.sink.s3;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.reactivestreams.Subscriber;

import io.focusgen.stream.Streams;
import io.vertx.core.buffer.Buffer;
import software.amazon.awssdk.core.async.AsyncRequestBody;

/** What is sent of a part, where it lies: several readers may look at it at once, none of them copies it. */
final class PartBody implements AsyncRequestBody {

    private final List<ByteBuffer> views;
    private final AsyncRequestBody sent;
    private final long bytes;

    /** @param items of heap memory, which nobody writes to before the answer has come */
    PartBody(List<Buffer> items) {
        views = items.stream().map(Streams::view).toList();
        sent = AsyncRequestBody.fromByteBuffersUnsafe(views.toArray(ByteBuffer[]::new));
        bytes = views.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    @Override
    public Optional<Long> contentLength() {
        return Optional.of(bytes);
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        sent.subscribe(subscriber);
    }

    /** All of it from its beginning. */
    InputStream open() {
        return new SequenceInputStream(Collections.enumeration(views.stream().map(PartBody::stream).toList()));
    }

    private static InputStream stream(ByteBuffer view) {
        return new ByteArrayInputStream(view.array(), view.arrayOffset() + view.position(), view.remaining());
    }
}
