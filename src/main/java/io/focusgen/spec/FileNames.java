package io.focusgen.spec;

import java.time.YearMonth;
import java.util.stream.Collectors;

import io.focusgen.catalog.Provider;

/** What files about a data set are called: letters, digits, {@code . -} only, so that nothing needs escaping anywhere. */
public final class FileNames {

    private FileNames() {
    }

    /**
     * That of its rows, e.g. {@code aws-focus-1.2-2026-01-to-2026-03-part-3-of-16.csv}; months and part only where there are
     * several.
     *
     * @param extension of the format
     */
    public static String rows(DatasetSpec spec, String extension) {
        Shard shard = spec.shard();
        String part = shard.count() == 1 ? "" : "-part-" + shard.index() + "-of-" + shard.count();
        return providers(spec) + "-focus-" + spec.version().label() + "-" + months(spec) + part + "." + extension;
    }

    /**
     * That of something else about it, e.g. {@code aws-price-list-2026-01.csv}.
     *
     * @param what it is
     */
    public static String about(DatasetSpec spec, String what, String extension) {
        return providers(spec) + "-" + what + "-" + months(spec) + "." + extension;
    }

    /** {@code aws-gcp}. */
    private static String providers(DatasetSpec spec) {
        return spec.providers().stream().map(Provider::label).collect(Collectors.joining("-"));
    }

    /** {@code 2026-01-to-2026-03}, or the only month. */
    private static String months(DatasetSpec spec) {
        YearMonth first = spec.firstMonth().month();
        return spec.months() == 1 ? first.toString() : first + "-to-" + first.plusMonths(spec.months() - 1L);
    }
}
