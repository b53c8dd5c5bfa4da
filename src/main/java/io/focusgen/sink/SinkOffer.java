package io.focusgen.sink;

import java.util.Optional;

/**
 * What a kind of sink has to offer here. Each kind produces one as a bean, configured or not.
 *
 * @param target that it is
 * @param sink to write to; none where it is not configured
 */
public record SinkOffer(Target target, Optional<Sink> sink) {
}
