package io.focusgen.job.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.focusgen.job.Added;
import io.focusgen.job.Job;
import io.focusgen.job.JobJson;
import io.focusgen.job.JobSettings;
import io.focusgen.job.JobStatus;
import io.focusgen.job.JobStore;
import io.focusgen.job.JobsUnavailableException;
import io.focusgen.job.Lease;
import io.focusgen.job.LentJob;
import io.focusgen.job.Standing;
import io.focusgen.job.Webhook;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;

/**
 * Jobs in Redis, shared by all processes that name the same one. Thread-safe. Whatever happens to Redis, a caller learns
 * within two seconds; then it does not know whether its change was stored, and may ask for it again.
 */
public final class RedisJobStore implements JobStore {

    private static final Duration KEYS_LIVE = Duration.ofHours(24);

    /** Somebody else changed the same job in between; nobody does so often. */
    private static final int MOST_TRIES = 5;

    private final RedisScripts scripts;
    private final JobSettings settings;

    /** Numbers what is saved: what was late must not stand above what came after. */
    private final AtomicLong saves = new AtomicLong();

    RedisJobStore(RedisScripts scripts, JobSettings settings) {
        this.scripts = scripts;
        this.settings = settings;
    }

    @Override
    public Uni<Added> add(Job job, @Nullable String key) {
        return add(job, key, settings.queue());
    }

    /** Added to a queue that has no room. */
    @Override
    public Uni<Optional<Added>> earlier(Job job, String key) {
        return add(job, key, 0)
                .map(added -> Optional.of(added).filter(found -> found.outcome() != Added.Outcome.FULL));
    }

    private Uni<Added> add(Job job, @Nullable String key, int queue) {
        return run(Script.ADD, job.id(), job.owner(), JobJson.write(job), job.order().fingerprint(),
                key == null ? "" : key, text(queue), text(KEYS_LIVE.toMillis()))
                .map(RedisJobStore::required).map(answer -> switch (answer.get(0).toString()) {
                    case "new" -> Added.stored(job);
                    case "earlier" -> Added.earlier(StoredText.job(answer.get(1)));
                    case "other-request" -> Added.refused(Added.Outcome.OTHER_REQUEST);
                    case "full" -> Added.refused(Added.Outcome.FULL);
                    default -> throw unexpected(answer);
                });
    }

    @Override
    public Uni<Optional<Job>> find(String id) {
        return run(Script.FIND, id).map(RedisJobStore::oneOrNone);
    }

    @Override
    public Uni<List<Job>> list(String owner, int most) {
        return run(Script.LIST, owner, text(most)).map(RedisJobStore::all);
    }

    @Override
    public Uni<Optional<LentJob>> claim() {
        return claim("any");
    }

    @Override
    public Uni<Optional<LentJob>> claimUnwanted() {
        return claim("unwanted");
    }

    /** Not sent again: a job whose answer was lost is found once its lease has ended, and a second one would wait as well. */
    private Uni<Optional<LentJob>> claim(String which) {
        return told(scripts.runOnce(Script.CLAIM, List.of(text(settings.lease().toMillis()), which))).map(answer -> {
            if (answer == null) {
                return Optional.empty();
            }
            Job job = StoredText.job(answer.get(1));
            return Optional.of(new LentJob(job, new Lease(job.id(), Long.parseLong(answer.get(0).toString()))));
        });
    }

    @Override
    public Uni<Standing> save(Lease lease, Job job) {
        return save(lease, job.status(), JobJson.write(job), due(job.webhook()));
    }

    @Override
    public Uni<Standing> renew(Lease lease) {
        return save(lease, JobStatus.RUNNING, "", "");
    }

    private Uni<Standing> save(Lease lease, JobStatus status, String json, String due) {
        return run(Script.SAVE, lease.job(), text(lease.token()), text(settings.lease().toMillis()),
                text(saves.incrementAndGet()), status.label(), json, text(settings.keep().toMillis()), due)
                .map(RedisJobStore::required).map(answer -> switch (answer.toString()) {
                    case "ours" -> Standing.OURS;
                    case "cancel" -> Standing.CANCEL_WANTED;
                    case "lost" -> Standing.LOST;
                    case "gone" -> Standing.GONE;
                    default -> throw unexpected(answer);
                });
    }

    @Override
    public Uni<Void> giveBack(Lease lease) {
        return run(Script.GIVE_BACK, lease.job(), text(lease.token())).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Job>> cancel(String id, Instant now) {
        return find(id).chain(found -> {
            if (found.isEmpty() || found.get().status().ended()) {
                return Uni.createFrom().item(found);
            }
            // The script ends it only while it is still untouched.
            Job cancelled = found.get().cancelled(now);
            return run(Script.CANCEL, id, JobJson.write(cancelled), text(settings.keep().toMillis()),
                    due(cancelled.webhook())).map(RedisJobStore::oneOrNone);
        });
    }

    @Override
    public Uni<Void> remove(String id) {
        return run(Script.REMOVE, id).replaceWithVoid();
    }

    @Override
    public Uni<Void> save(String id, Webhook webhook) {
        return replace(id, webhook, MOST_TRIES);
    }

    private Uni<Void> replace(String id, Webhook webhook, int tries) {
        return run(Script.FIND, id).chain(answer -> {
            if (answer == null) {
                return Uni.createFrom().voidItem();
            }
            String before = StoredText.text(answer);
            String after = JobJson.write(JobJson.read(before).with(webhook));
            return run(Script.WEBHOOK, id, before, after, due(webhook)).map(RedisJobStore::required).chain(done -> {
                if (done.toString().equals("done")) {
                    return Uni.createFrom().voidItem();
                }
                return tries > 1
                        ? replace(id, webhook, tries - 1)
                        : Uni.createFrom().failure(new JobsUnavailableException(
                                "The job was changed by others all the time. Try again.", null));
            });
        });
    }

    @Override
    public Uni<List<Job>> owing(Instant now, int most) {
        return run(Script.OWING, text(now.toEpochMilli()), text(most)).map(RedisJobStore::all);
    }

    @Override
    public Uni<Map<JobStatus, Long>> counts() {
        return run(Script.COUNTS).map(RedisJobStore::required).map(answer -> {
            Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
            JobStatus[] inOrder = {JobStatus.QUEUED, JobStatus.RUNNING, JobStatus.COMPLETED, JobStatus.FAILED,
                    JobStatus.CANCELLED};
            for (int i = 0; i < inOrder.length; i++) {
                counts.put(inOrder[i], answer.get(i).toLong());
            }
            return counts;
        });
    }

    private Uni<@Nullable Response> run(Script script, String... arguments) {
        return told(scripts.run(script, List.of(arguments)));
    }

    private static Uni<@Nullable Response> told(Uni<@Nullable Response> answer) {
        return answer.onFailure().transform(failure -> new JobsUnavailableException(
                "Jobs are kept in Redis, which does not answer now. Try again in some seconds.", failure));
    }

    private static Response required(@Nullable Response answer) {
        if (answer == null) {
            throw new IllegalStateException("a script answered nothing");
        }
        return answer;
    }

    private static Optional<Job> oneOrNone(@Nullable Response answer) {
        return answer == null ? Optional.empty() : Optional.of(StoredText.job(answer));
    }

    private static List<Job> all(@Nullable Response answer) {
        List<Job> jobs = new ArrayList<>();
        required(answer).forEach(one -> jobs.add(StoredText.job(one)));
        return List.copyOf(jobs);
    }

    /** When the message is to be sent: at once where nothing has been tried, not at all where it is settled. */
    private static String due(@Nullable Webhook webhook) {
        if (webhook == null || webhook.state() != Webhook.State.PENDING) {
            return "";
        }
        Instant next = webhook.next();
        return next == null ? "0" : text(next.toEpochMilli());
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static IllegalStateException unexpected(Response answer) {
        return new IllegalStateException("a script answered " + answer);
    }
}
