package io.focusgen.job.disk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.focusgen.job.Job;
import io.focusgen.job.JobStatus;
import io.focusgen.job.Lease;
import io.focusgen.job.Webhook;

/** All jobs in memory, oldest first, and who works at them. Of one thread. */
final class JobTable {

    private record Loan(long token, long until) {
    }

    private final Map<String, StoredJob> jobs = new LinkedHashMap<>();
    private final Map<String, Loan> loans = new HashMap<>();
    /** The number of the last turn of each owner who has a job here. */
    private final Map<String, Long> turns = new HashMap<>();
    private long lastToken;

    void put(StoredJob stored) {
        jobs.put(stored.job().id(), stored);
    }

    boolean isEmpty() {
        return jobs.isEmpty();
    }

    /** Knows nothing any more. */
    void clear() {
        jobs.clear();
        loans.clear();
        turns.clear();
    }

    void remove(String id) {
        jobs.remove(id);
        loans.remove(id);
    }

    Optional<StoredJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** The owner's job of this key, if it is not older. */
    Optional<Job> keyed(String owner, String key, Instant oldest) {
        return jobs.values().stream().filter(stored -> key.equals(stored.key())).map(StoredJob::job)
                .filter(job -> job.owner().equals(owner) && job.times().created().isAfter(oldest)).findFirst();
    }

    List<Job> newest(String owner, int most) {
        List<Job> owned = new ArrayList<>(
                jobs.values().stream().map(StoredJob::job).filter(job -> job.owner().equals(owner)).toList());
        Collections.reverse(owned);
        return List.copyOf(owned.subList(0, Math.min(most, owned.size())));
    }

    long count(JobStatus status) {
        return jobs.values().stream().filter(stored -> stored.job().status() == status).count();
    }

    Map<JobStatus, Long> counts() {
        Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
        Stream.of(JobStatus.values()).forEach(status -> counts.put(status, 0L));
        jobs.values().forEach(stored -> counts.merge(stored.job().status(), 1L, Long::sum));
        return counts;
    }

    /** The job to work at next. @param now in nanoseconds, as for all loans */
    Optional<StoredJob> next(long now) {
        return free(now).filter(stored -> !stored.job().cancelWanted() && stored.job().status() == JobStatus.RUNNING)
                .findFirst()
                .or(() -> free(now).filter(stored -> stored.job().status() == JobStatus.QUEUED)
                        // Stable: of one owner the oldest comes first.
                        .min(Comparator.comparing(stored -> turns.getOrDefault(stored.job().owner(), 0L))));
    }

    /** The job to clear away next. */
    Optional<StoredJob> nextUnwanted(long now) {
        return free(now).filter(stored -> stored.job().cancelWanted()).findFirst();
    }

    private Stream<StoredJob> free(long now) {
        return jobs.values().stream().filter(stored -> !stored.job().status().ended())
                .filter(stored -> !isHeld(stored.job().id(), now));
    }

    private boolean isHeld(String id, long now) {
        Loan loan = loans.get(id);
        return loan != null && loan.until - now > 0;
    }

    /** Notes that a job is lent, and that its owner had a turn. */
    long lend(Job job, long until) {
        long token = ++lastToken;
        loans.put(job.id(), new Loan(token, until));
        turns.put(job.owner(), token);
        return token;
    }

    /** The job of a lease that has not ended. */
    Optional<StoredJob> held(Lease lease, long now) {
        Loan loan = loans.get(lease.job());
        return loan != null && loan.token == lease.token() && loan.until - now > 0
                ? find(lease.job())
                : Optional.empty();
    }

    void prolong(Lease lease, long until) {
        loans.computeIfPresent(lease.job(), (id, loan) -> new Loan(loan.token, until));
    }

    void release(Lease lease) {
        loans.computeIfPresent(lease.job(), (id, loan) -> loan.token == lease.token() ? null : loan);
    }

    List<Job> owing(Instant now, int most) {
        return jobs.values().stream().map(StoredJob::job).filter(job -> job.status().ended() && isDue(job, now))
                .sorted(Comparator.comparing(JobTable::due)).limit(most).toList();
    }

    private static boolean isDue(Job job, Instant now) {
        Webhook webhook = job.webhook();
        return webhook != null && webhook.state() == Webhook.State.PENDING && !due(job).isAfter(now);
    }

    /** At once, where nothing has been tried. */
    private static Instant due(Job job) {
        Webhook webhook = job.webhook();
        return webhook == null || webhook.next() == null ? Instant.EPOCH : webhook.next();
    }

    /** Ended jobs that are too old or too many. Owners of whom nothing is left lose their turns. */
    List<String> old(Instant oldest, int most) {
        turns.keySet().retainAll(jobs.values().stream().map(stored -> stored.job().owner()).toList());
        List<Job> ended = jobs.values().stream().map(StoredJob::job).filter(job -> job.status().ended()).toList();
        List<String> old = new ArrayList<>();
        for (int i = 0; i < ended.size(); i++) {
            Instant end = ended.get(i).times().ended();
            if (i < ended.size() - most || end != null && end.isBefore(oldest)) {
                old.add(ended.get(i).id());
            }
        }
        return old;
    }
}
