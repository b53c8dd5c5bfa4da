/** What is said to browsers about every answer, and which pages of others are trusted. */
@org.jspecify.annotations.NullMarked
package io.focusgen.http.browser;
