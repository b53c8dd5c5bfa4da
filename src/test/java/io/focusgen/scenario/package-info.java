/** What each scenario promises, one test class each. */
@NullMarked
package io.focusgen.scenario;

import org.jspecify.annotations.NullMarked;
