/** In which order a request meets what looks at it before a resource does: {@link io.focusgen.http.filter.FilterOrder}. */
@NullMarked
package io.focusgen.http.filter;

import org.jspecify.annotations.NullMarked;
