package io.focusgen.http.job;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.guard.Caller;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.job.Job;
import io.focusgen.job.JobFile;
import io.focusgen.job.Jobs;
import io.focusgen.job.JobsUnavailableException;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.s3.S3Config;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** What all answers about jobs have in common. */
@Singleton
class JobAnswers {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Jobs jobs;
    private final ObjectMapper json;
    private final Duration linkExpiry;

    JobAnswers(Jobs jobs, ObjectMapper json, S3Config s3) {
        this.jobs = jobs;
        this.json = json;
        this.linkExpiry = s3.linkExpiry();
    }

    /**
     * The job that a path names.
     *
     * @return fails with a {@link ProblemException} where there is none, or it is somebody else's
     */
    Uni<Job> owned(String id, RoutingContext exchange) {
        if (!Job.isId(id)) {
            return Uni.createFrom().failure(unknown());
        }
        String caller = Caller.of(exchange).id();
        return known(Uni.createFrom().deferred(() -> jobs.store().find(id)))
                .map(found -> found.filter(job -> job.owner().equals(caller)).orElseThrow(JobAnswers::unknown));
    }

    /** What a store does, or a problem where it cannot. */
    static <T> Uni<T> known(Uni<T> asked) {
        return asked.onFailure(JobsUnavailableException.class).transform(failure -> new ProblemException(
                new Failure.Told(ProblemType.JOBS_UNAVAILABLE, String.valueOf(failure.getMessage()), RETRY_AFTER)));
    }

    static ProblemException unknown() {
        return new ProblemException(new Failure.Plain(ProblemType.UNKNOWN_JOB));
    }

    /** The document. */
    String text(Job job) {
        return write(JobDocument.whole(job, location(job), file -> link(job, file)));
    }

    /** The document without its files. */
    String brief(Job job) {
        return write(JobDocument.brief(job, location(job)));
    }

    /** Several, without their files. */
    String texts(List<Job> several) {
        return write(Map.of("jobs", several.stream().map(job -> JobDocument.brief(job, location(job))).toList()));
    }

    private String write(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document is plain text and numbers", impossible);
        }
    }

    /** The folder of its files, where others than this service can have access to it. */
    private @Nullable String location(Job job) {
        try {
            return jobs.sink(job).location(job.id()).map(folder -> folder + "/").orElse(null);
        } catch (SinkException gone) {
            // The target is not set up any more: asking for a file says so.
            return null;
        }
    }

    private URI link(Job job, JobFile file) {
        return elsewhere(job, file).orElseGet(() -> URI.create(JobDocument.path(job) + "/files/" + file.name()));
    }

    /** Where a file is that this service does not hand out itself. */
    Optional<URI> elsewhere(Job job, JobFile file) {
        try {
            return jobs.sink(job).link(job.id() + "/" + file.name(), linkExpiry);
        } catch (SinkException gone) {
            // The target is not set up any more: asking for the file says so.
            return Optional.empty();
        }
    }

    /** An answer with a document, which is another one a second later. */
    Response.ResponseBuilder answer(int status, Job job) {
        Response.ResponseBuilder response = Response.status(status).entity(text(job))
                .header("Content-Type", "application/json").header("Cache-Control", "no-store");
        return job.status().ended() ? response : response.header("Retry-After", 1);
    }
}
