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
 */
public record JobProgress(List<JobFile> files, @Nullable Checkpoint checkpoint, long rows, long bytes) {

    /** Nothing is written. */
    public static final JobProgress NONE = new JobProgress(List.of(), null, 0, 0);

    public JobProgress {
        files = List.copyOf(files);
    }

    /**
     * The same, further within the file that is being written.
     *
     * @param rowsOfFile of those, how many are before the checkpoint
     */
    public JobProgress at(Checkpoint reached, long rowsOfFile) {
        return new JobProgress(files, reached, rowsOfFiles() + rowsOfFile, bytesOfFiles() + reached.bytes());
    }

    /** The same with one more whole file. */
    public JobProgress and(JobFile file) {
        List<JobFile> more = new ArrayList<>(files);
        more.add(file);
        JobProgress next = new JobProgress(more, null, 0, 0);
        return new JobProgress(more, null, next.rowsOfFiles(), next.bytesOfFiles());
    }

    private long rowsOfFiles() {
        return files.stream().mapToLong(file -> file.rows() == null ? 0 : file.rows()).sum();
    }

    private long bytesOfFiles() {
        return files.stream().mapToLong(JobFile::bytes).sum();
    }
}
