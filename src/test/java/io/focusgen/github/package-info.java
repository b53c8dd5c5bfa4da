/**
 * What the server does with the repository: {@link io.focusgen.github.Workflow} reads a workflow, {@link
 * io.focusgen.github.WorkflowRules} say what has to hold for it, without a server.
 */
@org.jspecify.annotations.NullMarked
package io.focusgen.github;
