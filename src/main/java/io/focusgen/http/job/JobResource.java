package io.focusgen.http.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleRequest;
import io.focusgen.bundle.BundleSize;
import io.focusgen.guard.Caller;
import io.focusgen.http.Answers;
import io.focusgen.http.limit.RowLimits;
import io.focusgen.http.problem.AccessLog;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.request.Body;
import io.focusgen.http.request.Given;
import io.focusgen.http.request.Query;
import io.focusgen.http.streaming.Admission;
import io.focusgen.job.Added;
import io.focusgen.job.Job;
import io.focusgen.job.JobOrder;
import io.focusgen.job.JobRequest;
import io.focusgen.job.JobRoom;
import io.focusgen.job.Jobs;
import io.focusgen.job.Webhook;
import io.focusgen.sink.SinkException;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Bulk exports. A job is stored before it is answered for, and planned before that, so that no hopeless one is taken. */
@Path(JobResource.PATH)
public class JobResource {

    static final String PATH = "/api/v1/jobs";

    private static final int MOST_LISTED = 100;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Jobs jobs;
    private final JobAnswers answers;
    private final Admission admission;
    private final Body body;
    private final RowLimits rowLimits;

    JobResource(Jobs jobs, JobAnswers answers, Admission admission, Body body, RowLimits rowLimits) {
        this.jobs = jobs;
        this.answers = answers;
        this.admission = admission;
        this.body = body;
        this.rowLimits = rowLimits;
    }

    /** Takes a job. */
    @POST
    public Uni<Response> post(RoutingContext exchange) {
        Given query = Query.parse(exchange.request().query());
        return body.read(exchange).flatMap(given -> ask(query.and(given), exchange));
    }

    private Uni<Response> ask(Given given, RoutingContext exchange) {
        List<String> keys = exchange.request().headers().getAll(IdempotencyKey.HEADER);
        List<Violation> violations = new ArrayList<>(given.violations());
        IdempotencyKey.refusal(keys).ifPresent(violations::add);
        JobRequest request = new Given(given.values(), violations)
                .read(values -> jobs.reader().read(values, Answers.defaults()));
        Optional<String> unavailable = jobs.unavailable();
        if (unavailable.isPresent()) {
            throw new ProblemException(
                    new Failure.Told(ProblemType.JOBS_UNAVAILABLE, unavailable.get(), RETRY_AFTER));
        }
        String caller = Caller.of(exchange).id();
        return admission.planOnly(() -> size(request.bundle())).flatMap(size -> {
            JobOrder order = new JobOrder(request.bundle().canonical().query(), fingerprint(given.values()),
                    request.target().label(), GeneratorVersion.CURRENT, size.rows(), size.bytes());
            String webhook = request.webhook();
            Job job = Job.queued(caller, order, Instant.now(), webhook == null ? null : Webhook.to(webhook));
            String key = IdempotencyKey.of(keys);
            Uni<Added> added = JobAnswers.known(Uni.createFrom().deferred(() -> jobs.add(job, key)));
            return earlier(job, key).flatMap(found -> found.isPresent()
                    ? Uni.createFrom().item(found.get())
                    : room(job, request.bundle(), size)
                            .chain(() -> rowLimits.charge(exchange, size.rows(), added)).flatMap(accepted -> accepted));
        }).map(added -> taken(added, exchange));
    }

    /** A job that was taken before is answered for, even where its own files have filled the disk since. */
    private Uni<Optional<Added>> earlier(Job job, @Nullable String key) {
        return key == null
                ? Uni.createFrom().item(Optional.empty())
                : JobAnswers.known(Uni.createFrom().deferred(() -> jobs.store().earlier(job, key)));
    }

    /** Fails where its files do not fit. */
    private Uni<Void> room(Job job, BundleRequest request, BundleSize size) {
        return Uni.createFrom().deferred(() -> jobs.sink(job).room())
                .onFailure(SinkException.class)
                .transform(failure -> new ProblemException(new Failure.Told(ProblemType.JOBS_UNAVAILABLE,
                        String.valueOf(failure.getMessage()), RETRY_AFTER)))
                .invoke(room -> JobRoom.refusal(request, size, room, jobs.targets()).ifPresent(violation -> {
                    throw new RefusedException(List.of(violation));
                })).replaceWithVoid();
    }

    /** Plans it, and finds whatever would stand against making it. */
    private static BundleSize size(BundleRequest request) {
        Bundle bundle = Bundle.of(request);
        bundle.plan();
        return bundle.size();
    }

    /** Of what was sent, however it was spelt: not of what it means, because a random seed means another one each time. */
    static String fingerprint(Map<String, List<String>> given) {
        Map<String, List<String>> sorted = new TreeMap<>();
        given.forEach((name, values) -> sorted.put(Spelling.plain(name), values));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(sorted.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private Response taken(Added added, RoutingContext exchange) {
        Job job = added.job();
        if (job == null) {
            throw new ProblemException(added.outcome() == Added.Outcome.FULL
                    ? new Failure.Told(ProblemType.JOB_QUEUE_FULL, "As many jobs are waiting as may wait, "
                            + jobs.settings().queue() + ". Ask again later.", RETRY_AFTER)
                    : new Failure.Plain(ProblemType.IDEMPOTENCY_KEY_REUSED));
        }
        AccessLog.job(exchange, job.id());
        Response.ResponseBuilder response = answers.answer(job.status().ended() ? 200 : 202, job)
                .header("Location", JobDocument.path(job));
        return (added.outcome() == Added.Outcome.EARLIER
                ? response.header("Idempotency-Replayed", true)
                : response).build();
    }

    /** The caller's jobs, newest first, at most {@value #MOST_LISTED}. */
    @GET
    public Uni<Response> list(RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        String caller = Caller.of(exchange).id();
        return JobAnswers.known(Uni.createFrom().deferred(() -> jobs.store().list(caller, MOST_LISTED)))
                .map(found -> Response.ok(answers.texts(found)).header("Content-Type", "application/json")
                        .header("Cache-Control", "no-store").build());
    }

    /** The document of a job. */
    @GET
    @Path("{id}")
    public Uni<Response> get(@PathParam("id") String id, RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        return answers.owned(id, exchange).map(job -> answers.answer(200, job).build());
    }

    /** Cancels a job, or forgets one that has ended, with its files. */
    @DELETE
    @Path("{id}")
    public Uni<Response> delete(@PathParam("id") String id, RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        return answers.owned(id, exchange).flatMap(job -> job.status().ended() ? forget(job) : cancel(job));
    }

    private Uni<Response> cancel(Job job) {
        return JobAnswers.known(Uni.createFrom().deferred(() -> jobs.cancel(job.id())))
                .map(found -> answers.answer(202, found.orElseThrow(JobAnswers::unknown)).build());
    }

    /** Files first: what is not known any more could not be removed any more. */
    private Uni<Response> forget(Job job) {
        return Uni.createFrom().deferred(() -> jobs.sink(job).remove(job.id()))
                .flatMap(removed -> JobAnswers.known(Uni.createFrom().deferred(() -> jobs.store().remove(job.id()))))
                .onFailure(SinkException.class)
                .transform(failure -> new ProblemException(new Failure.Told(ProblemType.JOBS_UNAVAILABLE,
                        "The files could not be removed. " + failure.getMessage(), RETRY_AFTER)))
                .map(removed -> Response.noContent().build());
    }
}
