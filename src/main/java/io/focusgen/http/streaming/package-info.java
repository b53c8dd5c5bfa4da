/**
 * Answers without end. {@link io.focusgen.http.streaming.Admission} lets in as many as there are
 * {@link io.focusgen.http.streaming.Slots}, and where very much is refused for want of one ({@code Sheds} counts),
 * {@link io.focusgen.http.streaming.EarlyRefusal} refuses before anything is read, and has event loops take {@code Rests}.
 * {@link io.focusgen.http.streaming.Planning} is how a plan is made, {@link io.focusgen.http.streaming.StreamedBody} carries the rows,
 * {@link io.focusgen.http.streaming.StreamedBodyWriter} connects it to the response, {@code StreamingWriter} writes as the
 * reader takes, and {@link io.focusgen.http.streaming.StreamOutcomes} hears how it ended. When the process is told to end,
 * {@link io.focusgen.http.streaming.Ending} lets nothing new begin and {@link io.focusgen.http.streaming.Shutdown} waits for
 * what is running, then cuts it.
 *
 * <p>Why a resource returns a {@link io.focusgen.http.streaming.StreamedBody} and not simply a {@code Multi}: measured on the
 * packaged service with a source that only copies a constant pattern, 4 GB an answer to a client that throws the bytes
 * away, variants taking turns seven times in one process with a heap of 256 MB, on two shared and busy cores (median,
 * least to most):
 * <pre>
 * {@code Multi<Buffer>} returned     0.72 CPU s/GB (0.64 to 0.79)    790 MB/s (629 to  945)
 * {@code Multi<byte[]>} returned     0.66 CPU s/GB (0.53 to 0.82)    863 MB/s (587 to 1176)
 * straight to the response  0.37 CPU s/GB (0.30 to 0.51)   1229 MB/s (519 to 1727)
 * </pre>
 * Writing straight also allows headers and a status beside the stream, resets the connection after a late failure, notices
 * stalled clients, and does not log an ordinary disconnect as an error. Recycling the arrays beat a new array for each chunk
 * in three series, by amounts that differ: median CPU s/GB 0.39 against 0.56, 0.37 against 0.40, 0.37 against 0.77. Chunks of
 * 64 or 256 KiB instead of 128, and a window of two or eight instead of four, were tried one after the other, not in turns,
 * and lay within the noise or above, so that 128 KiB and four are a choice, not a finding.
 */
@NullMarked
package io.focusgen.http.streaming;

import org.jspecify.annotations.NullMarked;
