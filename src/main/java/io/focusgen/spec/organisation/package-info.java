/**
 * The document that says what the invented company looks like: {@link io.focusgen.spec.organisation.OrganisationReader} makes
 * an {@link io.focusgen.spec.organisation.OrganisationSpec} of it, or every {@link io.focusgen.spec.organisation.Fault} at once.
 *
 * <p>{@code YamlText} is the only class of the core that knows the YAML library. It takes the library's events, never its
 * objects: no tag makes a Java type, no alias repeats anything, and what is nested too deep is not read. To add a member,
 * add its constant to {@link io.focusgen.spec.organisation.Member} with the reading of it; a test asks for its line in
 * {@code docs/organisation.md}.
 */
@NullMarked
package io.focusgen.spec.organisation;

import org.jspecify.annotations.NullMarked;
