package io.focusgen.job;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.Checkpoint;

/**
 * How far a job is safe: a worker that knows this and the request can go on with it.
 *
 * @param files that are whole, in order; the next one to write is the one behind them
 * @param checkpoint within the next file, or null at its beginning
 * @param rows data rows written: exact between files, within one in proportion to its blocks
 * @param bytes written, of whole files and up to the checkpoint
 * @param worked milliseconds that it took, without those in which nobody worked at it
 */
public record JobProgress(List<JobFile> files, @Nullable Checkpoint checkpoint, long rows, long bytes, long worked) {

    /** Nothing is written. */
    public static final JobProgress NONE = new JobProgress(List.of(), null, 0, 0, 0);

    public JobProgress {
        files = List.copyOf(files);
    }

    /**
     * The same, further within the file that is being written.
     *
     * @param rowsOfFile of those, how many are before the checkpoint
     */
    public JobProgress at(Checkpoint reached, long rowsOfFile) {
        return new JobProgress(files, reached, rowsOfFiles() + rowsOfFile, bytesOfFiles() + reached.bytes(), worked);
    }

    /** The same with one more whole file. */
    public JobProgress and(JobFile file) {
        List<JobFile> more = new ArrayList<>(files);
        more.add(file);
        return upTo(more);
    }

    /** The same with only the first files, and nothing behind them. */
    public JobProgress first(int count) {
        return upTo(files.subList(0, Math.min(count, files.size())));
    }

    private JobProgress upTo(List<JobFile> whole) {
        JobProgress next = new JobProgress(whole, null, 0, 0, worked);
        return new JobProgress(whole, null, next.rowsOfFiles(), next.bytesOfFiles(), worked);
    }

    /** The same with another file in the place of one. */
    public JobProgress with(int index, JobFile file) {
        List<JobFile> others = new ArrayList<>(files);
        JobFile before = others.set(index, file);
        return new JobProgress(others, checkpoint, rows, bytes - before.bytes() + file.bytes(), worked);
    }

    /** The same after so many milliseconds of work in all. */
    public JobProgress after(long millis) {
        return new JobProgress(files, checkpoint, rows, bytes, millis);
    }

    private long rowsOfFiles() {
        return files.stream().mapToLong(file -> file.rows() == null ? 0 : file.rows()).sum();
    }

    private long bytesOfFiles() {
        return files.stream().mapToLong(JobFile::bytes).sum();
    }
}
