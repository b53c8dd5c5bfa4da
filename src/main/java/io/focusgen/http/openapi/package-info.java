/**
 * The description of the API in the words of OpenAPI, made once, while the application is built, from the tables that also
 * read requests and answer them: {@link io.focusgen.http.openapi.ApiDescription} puts it together. Nothing here knows a
 * parameter by name but the examples of requests. {@link io.focusgen.http.openapi.ApiPage} shows it in a browser.
 */
@NullMarked
package io.focusgen.http.openapi;

import org.jspecify.annotations.NullMarked;
