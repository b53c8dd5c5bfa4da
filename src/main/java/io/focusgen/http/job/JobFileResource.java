package io.focusgen.http.job;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.PathPart;

import io.focusgen.http.EntityTags;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.request.Query;
import io.focusgen.job.JobFile;
import io.focusgen.sink.disk.DiskSink;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The files of jobs, whole or in part. Only what the document of a job names is ever looked for. */
@jakarta.ws.rs.Path(JobResource.PATH)
public class JobFileResource {

    private final JobAnswers answers;
    private final DiskSink disk;

    JobFileResource(JobAnswers answers, DiskSink disk) {
        this.answers = answers;
        this.disk = disk;
    }

    /** A file, or the way to it. @param name its path below the job */
    @GET
    @jakarta.ws.rs.Path("{id}/files/{name: .+}")
    public Uni<Response> get(@PathParam("id") String id, @PathParam("name") String name, RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        return answers.owned(id, exchange).flatMap(job -> {
            JobFile file = job.progress().files().stream().filter(known -> known.name().equals(name)).findFirst()
                    .orElseThrow(() -> missing("The job has no such file, or not yet: its document lists them."));
            Optional<URI> elsewhere = answers.elsewhere(job, file);
            return elsewhere.isPresent()
                    ? Uni.createFrom().item(Response.temporaryRedirect(elsewhere.get())
                            .header("Cache-Control", "no-store").build())
                    : disk.committed(job.id() + "/" + name, file.bytes())
                            .map(path -> part(file, path, exchange));
        });
    }

    private static ProblemException missing(String detail) {
        return new ProblemException(new Failure.Told(ProblemType.UNKNOWN_JOB_FILE, detail, null));
    }

    private static Response part(JobFile file, Optional<Path> path, RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        Path found = path.orElseThrow(() -> missing("The file is not there any more; files are removed when they are"
                + " old. Ask for the job again, or for the canonicalUrl of the file."));
        String tag = '"' + file.sha256() + '"';
        Response.ResponseBuilder response = Response.ok().header("ETag", tag).header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, max-age=3600").header("Content-Type", file.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + lastPart(file.name()) + '"');
        String wanted = request.getHeader("If-Match");
        if (wanted != null && !EntityTags.namedStrongly(wanted, tag) && !EntityTags.any(wanted)) {
            throw new ProblemException(new Failure.Plain(ProblemType.PRECONDITION_FAILED));
        }
        String held = request.getHeader("If-None-Match");
        if (EntityTags.named(held, tag) || EntityTags.any(held)) {
            return response.status(304).build();
        }
        // Ranges are of GET only (RFC 9110, section 14.2).
        boolean head = request.method().equals(HttpMethod.HEAD);
        String ifRange = request.getHeader("If-Range");
        Optional<ByteRange> asked = !head && (ifRange == null || ifRange.equals(tag))
                ? ByteRange.of(request.getHeader("Range"), file.bytes())
                : Optional.empty();
        if (asked.filter(ByteRange::isEmpty).isPresent()) {
            throw new ProblemException(new Failure.BeyondTheEnd(file.bytes()));
        }
        ByteRange range = asked.orElse(new ByteRange(0, file.bytes()));
        if (asked.isPresent()) {
            response.status(206).header("Content-Range",
                    "bytes " + range.first() + "-" + (range.end() - 1) + "/" + file.bytes());
        }
        response.header("Content-Length", range.length());
        if (head || range.isEmpty()) {
            return response.build();
        }
        SentBytes.follow(exchange, range.length());
        return response.entity(new PathPart(found, range.first(), range.length())).build();
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
