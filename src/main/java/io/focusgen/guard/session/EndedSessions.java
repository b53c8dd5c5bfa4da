package io.focusgen.guard.session;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sessions that were ended before they expired, in this process; the oldest are forgotten beyond a bound. Thread-safe. */
final class EndedSessions {

    /** About 20 MB at most. Only who has a key can fill it. */
    static final int MOST = 100_000;

    private final Map<String, Instant> expiries = new LinkedHashMap<>();

    synchronized void add(Session session, Instant now) {
        expiries.put(session.id(), session.expires());
        // Most last equally long, so that the first ones to be over come first.
        Iterator<Instant> oldest = expiries.values().iterator();
        while (oldest.hasNext() && (!now.isBefore(oldest.next()) || expiries.size() > MOST)) {
            oldest.remove();
        }
    }

    synchronized boolean contains(Session session) {
        return expiries.containsKey(session.id());
    }
}
