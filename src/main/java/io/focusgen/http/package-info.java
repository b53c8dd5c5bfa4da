/**
 * The service's answers over HTTP. A resource that answers with data returns a {@link io.focusgen.http.StreamedBody};
 * {@link io.focusgen.http.StreamedBodyWriter} connects it to the response.
 */
@NullMarked
package io.focusgen.http;

import org.jspecify.annotations.NullMarked;
