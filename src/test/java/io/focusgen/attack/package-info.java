/**
 * What strangers may try over the wire, as tests ({@code AbusesTest}, {@code BadInputsTest}) and, longer, against a service
 * that runs ({@link io.focusgen.attack.Attack}).
 */
@NullMarked
package io.focusgen.attack;

import org.jspecify.annotations.NullMarked;
