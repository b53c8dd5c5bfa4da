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

    void started();

    /** A stream was asked for and refused, because all slots were taken; nothing else is heard of it. */
    void shed();

    /** Body bytes were handed to the operating system, framing not counted. */
    void sent(int bytes);

    /** Follows each {@link #started()} once. */
    void ended(End end);
}
