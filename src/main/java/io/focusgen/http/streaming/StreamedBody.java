package io.focusgen.http.streaming;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * An answer of any size, written as its reader takes it. Return it from a resource, alone or as the entity of a response
 * with headers. It is subscribed to once the headers are known, and not at all for HEAD.
 *
 * @param bytes subscribed to once; its items are given back after they are written (see
 *              {@link io.focusgen.stream.Streams#recycle})
 * @param format what they are
 * @param rows data rows that these are; 0 where nobody counts them
 */
public record StreamedBody(Multi<Buffer> bytes, BodyFormat format, long rows) {

    /** One whose rows nobody counts. */
    public StreamedBody(Multi<Buffer> bytes, BodyFormat format) {
        this(bytes, format, 0);
    }
}
