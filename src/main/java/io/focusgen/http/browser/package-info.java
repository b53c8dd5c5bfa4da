/**
 * What is said to browsers about every answer ({@link io.focusgen.http.browser.SecurityHeaders}), and which pages of others
 * are trusted ({@link io.focusgen.http.browser.Origins}).
 */
@NullMarked
package io.focusgen.http.browser;

import org.jspecify.annotations.NullMarked;
