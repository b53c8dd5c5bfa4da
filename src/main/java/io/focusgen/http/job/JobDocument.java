package io.focusgen.http.job;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.focusgen.job.Job;
import io.focusgen.job.JobFile;
import io.focusgen.job.JobOrder;
import io.focusgen.job.JobProgress;
import io.focusgen.job.JobStatus;
import io.focusgen.job.Webhook;
import io.focusgen.spec.CanonicalUrl;
import io.focusgen.spec.ServicePaths;

/**
 * A job as clients see it. What is not known, or not yet, is left out.
 *
 * @param id 22 characters
 * @param status queued, running, completed, failed or cancelled
 * @param cancelling true from when it is cancelled until its files are gone
 * @param dataset what is in the files of rows
 * @param format how they are written
 * @param layout how rows are dealt out to files
 * @param parts of each of these files
 * @param target where the files are: disk or s3
 * @param location where that is, for those who have access to the bucket: {@code s3://bucket/key/}; not for disk
 * @param rows data rows written; within a file in proportion to its blocks
 * @param rowsTotal exact data rows of all files
 * @param bytes written and safe, of all files
 * @param bytesTotal bytes of all files: as long as it runs those of rows, estimated when it was asked for, and never fewer than
 *     there are
 * @param rate bytes a second, of the time in which somebody worked at it
 * @param remaining seconds that the rest would take at the average speed so far
 * @param created when it was asked for
 * @param started when it first began
 * @param ended when it ended
 * @param failure why it failed, and what to do
 * @param notRemoved what is left of a cancelled job, because it could not be removed
 * @param canonicalUrl where the same files are to be had at once, as one zip file
 * @param webhook who is told of the end
 * @param links where to ask further
 * @param files that are whole: rows first, the manifest last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobDocument(String id, String status, @Nullable Boolean cancelling, String dataset, String format,
        String layout, int parts, String target, @Nullable String location, long rows, long rowsTotal, long bytes,
        long bytesTotal,
        @Nullable Long rate,
        @Nullable Long remaining, String created, @Nullable String started, @Nullable String ended,
        @Nullable String failure, @Nullable String notRemoved, String canonicalUrl, @Nullable Message webhook,
        Links links,
        @Nullable List<Entry> files) {

    private static final double MILLIS = 1_000;

    /**
     * A file.
     *
     * @param name its path below the job
     * @param mediaType of its content
     * @param bytes of it
     * @param rows data rows, where it is data
     * @param sha256 of its bytes
     * @param url where it is read: a path of this service, or a link that is good for some time
     * @param location where it is in the bucket, {@code s3://bucket/key}; not for disk
     * @param canonicalUrl where the same bytes are made anew
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Entry(String name, String mediaType, long bytes, @Nullable Long rows, String sha256,
            @Nullable String url, @Nullable String location, String canonicalUrl) {
    }

    /** Who is told of the end, and whether that has happened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Message(String url, String state, int attempts, @Nullable String next, @Nullable String outcome) {

        static @Nullable Message of(@Nullable Webhook webhook) {
            if (webhook == null) {
                return null;
            }
            return new Message(webhook.url(), webhook.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    webhook.attempts(), text(webhook.next()), webhook.outcome());
        }
    }

    /** Paths of this service. */
    public record Links(String self, String events) {
    }

    /** Without its files, as in a list of jobs. */
    static JobDocument brief(Job job, @Nullable String location) {
        return of(job, location, null);
    }

    /**
     * With its files.
     *
     * @param location of its folder, with a slash at its end, or null
     * @param link where a file of that name is read
     */
    static JobDocument whole(Job job, @Nullable String location, Function<JobFile, URI> link) {
        return of(job, location, job.progress().files().stream()
                .map(file -> new Entry(file.name(), file.mediaType(), file.bytes(), file.rows(), file.sha256(),
                        link.apply(file).toString(), location == null ? null : location + file.name(),
                        file.canonicalUrl()))
                .toList());
    }

    private static JobDocument of(Job job, @Nullable String location,
            @Nullable List<Entry> files) {
        JobOrder order = job.order();
        JobProgress progress = job.progress();
        double seconds = progress.worked() / MILLIS;
        boolean running = job.status() == JobStatus.RUNNING;
        boolean cancelled = job.status() == JobStatus.CANCELLED;
        return new JobDocument(job.id(), job.status().label(), job.cancelWanted() && running ? true : null,
                "cost-and-usage", order.value("format"), order.value("layout"), Integer.parseInt(order.value("parts")),
                order.target(), location, progress.rows(), order.rowsTotal(), progress.bytes(),
                job.status() == JobStatus.COMPLETED
                        ? progress.bytes()
                        : Math.max(order.bytesTotal(), progress.bytes()),
                seconds > 0 && progress.bytes() > 0 ? Math.round(progress.bytes() / seconds) : null,
                running && seconds > 0 && progress.rows() > 0
                        ? Math.round((order.rowsTotal() - progress.rows()) * seconds / progress.rows())
                        : null,
                job.times().created().toString(), text(job.times().started()), text(job.times().ended()),
                cancelled ? null : job.failure(), cancelled ? job.failure() : null,
                CanonicalUrl.of(ServicePaths.BUNDLE, order.request()), Message.of(job.webhook()),
                new Links(path(job), path(job) + "/events"), files);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** Where the document is. */
    static String path(Job job) {
        return JobResource.PATH + "/" + job.id();
    }
}
