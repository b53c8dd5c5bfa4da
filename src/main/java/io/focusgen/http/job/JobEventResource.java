package io.focusgen.http.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.request.Query;
import io.focusgen.http.streaming.BodyFormat;
import io.focusgen.http.streaming.StreamedBody;
import io.focusgen.job.Jobs;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Tells how far jobs are, as server-sent events. */
@Path(JobResource.PATH)
public class JobEventResource {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final Jobs jobs;
    private final JobAnswers answers;
    private final JobEvents events;
    private final AtomicInteger listeners = new AtomicInteger();

    JobEventResource(Jobs jobs, JobAnswers answers) {
        this.jobs = jobs;
        this.answers = answers;
        this.events = new JobEvents(jobs::store, answers::brief, answers::text, BETWEEN_LOOKS, LONGEST_SILENCE);
    }

    /** The events of a job until its end. A client that has heard of the end is told with 204 not to come back. */
    @GET
    @Path("{id}/events")
    public Uni<Response> get(@PathParam("id") String id, RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        String heard = exchange.request().getHeader("Last-Event-ID");
        return answers.owned(id, exchange).map(job -> {
            if (job.status().ended() && JobEvents.id(job).equals(heard)) {
                return Response.noContent().header("Cache-Control", "no-store").build();
            }
            AtomicBoolean over = new AtomicBoolean();
            if (listeners.incrementAndGet() > jobs.settings().listeners()) {
                listeners.decrementAndGet();
                throw new ProblemException(new Failure.Told(ProblemType.OVERLOADED,
                        "As many clients follow jobs as may, "
                                + jobs.settings().listeners() + ". Ask again later, or for the document of the job.",
                        RETRY_AFTER));
            }
            exchange.addEndHandler(ended -> {
                if (over.compareAndSet(false, true)) {
                    listeners.decrementAndGet();
                }
            });
            return Response
                    .ok(new StreamedBody(events.of(id, heard), BodyFormat.EVENTS))
                    .header("Content-Type", "text/event-stream").header("Cache-Control", "no-store").build();
        });
    }
}
