/**
 * All files of a request: the data, a file for each provider and month, the price list, the answer sheets, and last the
 * manifest, which tells what each of them is and whether it is whole. A {@link io.focusgen.bundle.Bundle} lists them for
 * whoever writes them: as one zip file, as files of a job, or as files of the command line.
 */
@NullMarked
package io.focusgen.bundle;

import org.jspecify.annotations.NullMarked;
