package io.focusgen.guard.session;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions that were ended before they expired, in this process; the oldest are forgotten beyond a bound. Thread-safe. */
final class EndedSessions {

    /** About 20 MB at most. Only who has a key can fill it. */
    static final int MOST = 100_000;

    private final Map<String, Instant> expiries = new LinkedHashMap<>();
    /** How many of the oldest had their turn. */
    private int done;

    synchronized void add(Session session, Instant now) {
        expiries.put(session.id(), session.expires());
        // Most last equally long, so that the first ones to be over come first.
        Iterator<Instant> oldest = expiries.values().iterator();
        while (oldest.hasNext() && (!now.isBefore(oldest.next()) || expiries.size() > MOST)) {
            oldest.remove();
            done = Math.max(0, done - 1);
        }
    }

    synchronized boolean contains(Session session) {
        return expiries.containsKey(session.id());
    }

    /** Some of those that are not over by themselves, and when they will be; other ones each time, until all had their turn. */
    synchronized List<Map.Entry<String, Instant>> next(int most, Instant now) {
        if (done >= expiries.size()) {
            done = 0;
        }
        List<Map.Entry<String, Instant>> turn = expiries.entrySet().stream().skip(done).limit(most).toList();
        done += turn.size();
        return turn.stream().filter(each -> now.isBefore(each.getValue())).map(Map.Entry::copyOf).toList();
    }
}
