package io.focusgen.http.streaming;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

/** What the writer told about the streams of a test. */
@Singleton
public class RecordedOutcomes implements StreamOutcomes {

    record Ended(End end, long bytes) {
    }

    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger shed = new AtomicInteger();
    final List<Ended> ended = new CopyOnWriteArrayList<>();

    @Override
    public void started() {
        running.incrementAndGet();
    }

    @Override
    public void shed() {
        shed.incrementAndGet();
    }

    @Override
    public void ended(End end, long bytes) {
        ended.add(new Ended(end, bytes));
        running.decrementAndGet();
    }
}
