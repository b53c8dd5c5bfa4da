package io.focusgen.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Warnings and errors logged while it is open. */
public final class LogWatch extends Handler implements AutoCloseable {

    public final List<String> complaints = new CopyOnWriteArrayList<>();

    public LogWatch() {
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            complaints.add(entry.getLoggerName() + ": " + text(entry));
        }
    }

    /** With what stands in it, where it was made of a pattern. */
    private static String text(LogRecord entry) {
        String message = String.valueOf(entry.getMessage());
        return entry.getParameters() != null && message.matches("(?s).*%[sd].*")
                ? String.format(message, entry.getParameters())
                : message;
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
