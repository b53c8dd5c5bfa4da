package io.focusgen.http.streaming;

/** Hears how streamed answers end. Called on event loops: must not block. */
public interface StreamOutcomes {

    /** How a streamed answer ended. */
    enum End {
        /** All bytes were written. */
        COMPLETED,
        /** The client closed the connection. */
        CANCELLED,
        /** The source failed: a proper status if no byte was sent, else the connection was reset. */
        FAILED,
        /** The client took nothing for the stall timeout, and the connection was reset. */
        STALLED
    }

    /**
     * A streamed answer, as far as it came.
     *
     * @param rows data rows of the whole of it, 0 where nobody counted
     * @param bytes of its body that were handed to the operating system
     * @param nanos since its first byte was asked for
     * @param waited of these nanoseconds, while bytes were there and the reader did not take them
     */
    record Written(long rows, long bytes, long nanos, long waited) {
    }

    void started();

    /** The first byte of a body was handed to the operating system, so long after the head of its request was read. */
    void firstByte(BodyFormat format, long nanos);

    /** A body ended before its first byte, though it has some, so long after the head of its request was read. */
    void unbegun(BodyFormat format, End end, long nanos);

    /** For so long bytes were there and a reader did not take them. */
    void waited(long nanos);

    /** A stream was asked for and refused, because all slots were taken; nothing else is heard of it. */
    void shed();

    /** Body bytes were handed to the operating system, framing not counted. */
    void sent(int bytes);

    /** Follows each {@link #started()} once. */
    void ended(End end, Written written);
}
