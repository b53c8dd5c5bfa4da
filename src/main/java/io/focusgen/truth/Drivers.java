package io.focusgen.truth;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.focusgen.plan.BusinessDrivers;
import io.focusgen.spec.DatasetSpec;

/** What the business did, a month in each part. */
final class Drivers implements SheetLines {

    private final DatasetSpec dataset;
    private final BusinessDrivers drivers;

    Drivers(DatasetSpec dataset) {
        this.dataset = dataset;
        drivers = BusinessDrivers.of(dataset);
    }

    @Override
    public int parts() {
        return dataset.months();
    }

    @Override
    public void part(int number, Consumer<@Nullable String[]> lines) {
        drivers.visit(dataset.firstMonth().plus(number),
                day -> lines.accept(SheetColumn.texts(DriverColumns.ALL, day)));
    }
}
