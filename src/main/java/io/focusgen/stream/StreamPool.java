package io.focusgen.stream;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The threads that encode blocks, first come first served. A stream queues at most its blocks in flight and the next one
 * only when one of them has left, so streams take turns and a small one never waits for the rest of a huge one.
 */
final class StreamPool implements AutoCloseable {

    /** Work of one stream; exactly one of the two methods is called, once for each time that it is submitted. */
    interface Task extends Runnable {

        /** The pool is closed, and the task will not run. */
        void abandon();
    }

    private final ThreadPoolExecutor threads;
    private final LongAdder rows = new LongAdder();
    private volatile Runnable noneWaits = () -> {
    };

    StreamPool(int size) {
        AtomicInteger started = new AtomicInteger();
        threads = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "focus-stream-" + started.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }) {
            @Override
            protected void beforeExecute(Thread thread, Runnable task) {
                if (getQueue().isEmpty()) {
                    noneWaits.run();
                }
            }
        };
    }

    /** Has somebody told by a thread that has taken the last block that waited. Must not block. */
    void whenNoneWaits(Runnable told) {
        noneWaits = told;
    }

    /** Never blocks. */
    void submit(Task task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException closed) {
            task.abandon();
        }
    }

    /** Counts the rows of a block. */
    void encoded(long count) {
        rows.add(count);
    }

    EncoderLoad load() {
        return new EncoderLoad(threads.getCorePoolSize(), threads.getActiveCount(), threads.getQueue().size(),
                rows.sum());
    }

    /** Blocks being encoded end as usual; those still queued are abandoned, which fails their streams. */
    @Override
    public void close() {
        threads.shutdown();
        Runnable queued;
        while ((queued = threads.getQueue().poll()) != null) {
            ((Task) queued).abandon();
        }
    }
}
