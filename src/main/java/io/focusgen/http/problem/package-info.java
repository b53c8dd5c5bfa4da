/**
 * What goes wrong with a request, and how the client learns of it. {@link io.focusgen.http.problem.Failure} is the closed
 * list of what there is, thrown as a {@link io.focusgen.http.problem.ProblemException};
 * {@link io.focusgen.http.problem.ProblemType} names the types, each with a page
 * ({@link io.focusgen.http.problem.ProblemPages}); {@link io.focusgen.http.problem.Problems} is the one place where a
 * failure becomes an answer, {@link io.focusgen.http.problem.UnreadableRequests} sees to it that this holds for what never
 * became a request too. {@link io.focusgen.http.problem.RequestId} names requests in answers and in the log, of
 * which {@link io.focusgen.http.problem.AccessLog} writes a line for each.
 */
@NullMarked
package io.focusgen.http.problem;

import org.jspecify.annotations.NullMarked;
