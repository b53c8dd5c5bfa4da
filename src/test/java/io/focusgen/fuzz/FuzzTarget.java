package io.focusgen.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;

import io.focusgen.bundle.BundleNamesFuzz;
import io.focusgen.conform.CsvFuzz;
import io.focusgen.conform.NdjsonFuzz;
import io.focusgen.http.job.HeadersFuzz;
import io.focusgen.http.request.JsonBodyFuzz;
import io.focusgen.http.request.MediaTypesFuzz;
import io.focusgen.http.request.QueryFuzz;
import io.focusgen.job.webhook.WebhookUrlFuzz;
import io.focusgen.sink.FileNameFuzz;
import io.focusgen.spec.NumbersFuzz;
import io.focusgen.spec.ShardFuzz;
import io.focusgen.spec.SpecFuzz;
import io.focusgen.spec.organisation.OrganisationFuzz;

/** Everything that reads what strangers write. */
enum FuzzTarget {
    SPEC(SpecFuzz.class),
    QUERY(QueryFuzz.class),
    JSON_BODY(JsonBodyFuzz.class),
    MEDIA_TYPES(MediaTypesFuzz.class),
    HEADERS(HeadersFuzz.class),
    ORGANISATION(OrganisationFuzz.class),
    NUMBERS(NumbersFuzz.class),
    SHARD(ShardFuzz.class),
    BUNDLE_NAMES(BundleNamesFuzz.class),
    FILE_NAME(FileNameFuzz.class),
    WEBHOOK_URL(WebhookUrlFuzz.class),
    CSV(CsvFuzz.class),
    NDJSON(NdjsonFuzz.class);

    private static final String METHOD = "fuzzerTestOneInput";

    private final Class<?> type;

    FuzzTarget(Class<?> type) {
        this.type = type;
    }

    /** As on a command line and in names of files. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The class that Jazzer is told. */
    String className() {
        return type.getName();
    }

    /** Runs one input; whatever is wrong with it is thrown. */
    void run(byte[] input) throws Throwable {
        Method method = type.getMethod(METHOD, byte[].class);
        try {
            method.invoke(null, (Object) input);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
