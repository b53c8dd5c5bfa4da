/**
 * The Dockerfile of the service, held to what its image promises: {@link io.focusgen.image.DockerfileTest} reads it without
 * building it, by {@link io.focusgen.image.DockerfileRules}, each of which is shown to fail.
 */
@NullMarked
package io.focusgen.image;

import org.jspecify.annotations.NullMarked;
