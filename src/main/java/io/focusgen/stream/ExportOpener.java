package io.focusgen.stream;

import io.focusgen.spec.DatasetSpec;

/** Plans data sets. Takes milliseconds of CPU, so never call it on an event loop. */
@FunctionalInterface
public interface ExportOpener {

    /**
     * Plans the data set; generates no row.
     *
     * @throws io.focusgen.spec.RefusedException where the plan cannot meet what was asked for, e.g. more shards than blocks
     */
    Export open(DatasetSpec spec);
}
