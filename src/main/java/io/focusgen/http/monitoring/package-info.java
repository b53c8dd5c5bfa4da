/**
 * What the service says of itself to those who run it: how well each part is and since when, what is kept and how much good
 * that does. {@link io.focusgen.http.monitoring.HealthPart} is how a part is added, {@code HealthWatch} remembers since
 * when, {@code Recovery} finds what is there again, {@link io.focusgen.http.monitoring.HealthResource} and {@link io.focusgen.http.monitoring.CacheResource} answer.
 */
@NullMarked
package io.focusgen.http.monitoring;

import org.jspecify.annotations.NullMarked;
