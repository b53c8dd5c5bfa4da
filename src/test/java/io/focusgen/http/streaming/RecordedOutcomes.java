package io.focusgen.http.streaming;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

/** What the writer told about the streams of a test. */
@Singleton
public class RecordedOutcomes implements StreamOutcomes {

    record Ended(End end, long bytes) {
    }

    private final AtomicLong bytes = new AtomicLong();
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger shed = new AtomicInteger();
    final List<Long> firstBytes = new CopyOnWriteArrayList<>();
    final List<End> unbegun = new CopyOnWriteArrayList<>();
    final AtomicLong waited = new AtomicLong();
    final List<Ended> ended = new CopyOnWriteArrayList<>();

    @Override
    public void started() {
        running.incrementAndGet();
    }

    @Override
    public void firstByte(BodyFormat format, long nanos) {
        firstBytes.add(nanos);
    }

    @Override
    public void unbegun(BodyFormat format, End end, long nanos) {
        unbegun.add(end);
    }

    @Override
    public void waited(long nanos) {
        waited.addAndGet(nanos);
    }

    @Override
    public void shed() {
        shed.incrementAndGet();
    }

    @Override
    public void sent(int count) {
        bytes.addAndGet(count);
    }

    @Override
    public void ended(End end, Written written) {
        ended.add(new Ended(end, bytes.getAndSet(0)));
        running.decrementAndGet();
    }
}
