/** Providers, services, SKUs, prices and regions, as resource files with a loader that refuses a bad line with its position. */
@NullMarked
package io.focusgen.catalog;

import org.jspecify.annotations.NullMarked;
