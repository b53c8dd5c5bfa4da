package io.focusgen.cli;

import io.focusgen.focus.Dataset;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.stream.Format;

/**
 * What {@code generate} was asked for.
 *
 * @param dataset what
 * @param spec which
 * @param format how it is written
 * @param out {@code -} or the name of a file
 */
record GenerateRequest(Dataset dataset, DatasetSpec spec, Format format, String out) {
}
